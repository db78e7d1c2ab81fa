"""The JSON Schema of SARIF 2.1.0 as OASIS publishes it

It is no part of this repository. It is fetched once, from one commit and held against one digest, and kept beside the
other checkers; where it cannot be fetched there is none.
"""

import hashlib
import json
import pathlib
import urllib.request

FILE = pathlib.Path(".build/checkers/sarif-schema-2.1.0.json")
DIGEST = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"
ADDRESS = (
    "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/a560296ca8c921f3bdb8d4a8db57ab83dae968a7"
    "/sarif-2.1/schema/sarif-schema-2.1.0.json"
)


def load():
    """The schema; None where it is not to be had."""
    if not FILE.exists():
        try:
            with urllib.request.urlopen(ADDRESS, timeout=10) as answer:
                FILE.write_bytes(answer.read())
        except OSError:
            return None
    contents = FILE.read_bytes()
    assert hashlib.sha256(contents).hexdigest() == DIGEST, f"{FILE} is not the schema that was published"
    return json.loads(contents)
