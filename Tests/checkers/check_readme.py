"""README: the transcripts are what the program prints

Every console block is run, command by command, in a copy of the repository. With UPDATE_GOLDEN=1 the
blocks are rewritten, and the run fails all the same, so that the difference is read.
"""

import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
README = pathlib.Path("README.md")
BLOCK = re.compile(r"```console\n(.*?)\n```", re.DOTALL)


def transcript(commands, folder, environment):
    lines = []
    for command in commands:
        run = subprocess.run(
            ["bash", "-c", command], cwd=folder, env=environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        lines.append("$ " + command)
        printed = run.stdout.strip("\n")
        if printed:
            lines.append(printed)
    return "```console\n" + "\n".join(lines) + "\n```"


def main():
    text = README.read_text()
    blocks = BLOCK.findall(text)
    assert blocks, "the README has no transcripts"
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree("examples", folder + "/examples")
        os.makedirs(folder + "/.build/bin")
        os.symlink(PROGRAM, folder + "/.build/bin/bascule")
        own = {name: value for name, value in os.environ.items() if not name.startswith("BASCULE_")}
        environment = dict(own, PATH=folder + "/.build/bin:" + own["PATH"], LC_ALL="C")

        def rerun(block):
            commands = [line[2:] for line in block.group(1).split("\n") if line.startswith("$ ")]
            return transcript(commands, folder, environment)

        printed = BLOCK.sub(rerun, text)
    if printed == text:
        print(f"{len(blocks)} transcripts hold")
        return
    changes = difflib.unified_diff(text.splitlines(), printed.splitlines(), "README.md", "printed", lineterm="")
    print("\n".join(changes))
    if os.environ.get("UPDATE_GOLDEN"):
        README.write_text(printed)
    sys.exit(1)


main()
