"""The Java of a Mule application, compiled, and what it signs, verified by the key's own certificate."""

import os
import pathlib
import shutil
import subprocess
import tempfile

VERIFIER = """
import java.io.FileInputStream;
import java.security.KeyStore;
import java.security.Signature;
import java.util.Base64;

public class Verifier {
  public static void main(String[] given) throws Exception {
    String[] parts = oauth.JwtAssertion.signed(given[0], "certs/key.p12", "mule", "changeit").split("\\\\.");
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new FileInputStream(given[1]), "changeit".toCharArray());
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(store.getCertificate("mule"));
    signature.update((parts[0] + "." + parts[1]).getBytes("US-ASCII"));
    if (!signature.verify(Base64.getUrlDecoder().decode(parts[2]))) throw new IllegalStateException("not signed");
    if (!new String(Base64.getUrlDecoder().decode(parts[1]), "UTF-8").equals(given[0])) throw new IllegalStateException("other claims");
    try {
      oauth.JwtAssertion.signed(given[0], "certs/none.p12", "mule", "changeit");
      throw new IllegalStateException("a key store that is not there is not missed");
    } catch (java.io.FileNotFoundException expected) {
      System.out.println(expected.getMessage());
    }
  }
}
"""


def check(root):
    """What is wrong with the Java below a Mule application; nothing where no compiler is installed."""
    sources = sorted(map(str, (root / "src/main/java").rglob("*.java")))
    if not sources or not shutil.which("javac") or not shutil.which("keytool"):
        return []
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        (place / "certs").mkdir()
        (place / "Verifier.java").write_text(VERIFIER, encoding="utf-8")
        key = str(place / "certs/key.p12")
        for command in (
            ["javac", "--release", "17", "-Xlint:all", "-Werror", "-d", folder, *sources],
            ["keytool", "-genkeypair", "-keystore", key, "-storetype", "PKCS12", "-storepass", "changeit",
             "-alias", "mule", "-keyalg", "RSA", "-dname", "CN=mule", "-validity", "2"],
            ["javac", "-cp", folder, "-d", folder, str(place / "Verifier.java")],
            ["java", "-cp", folder, "Verifier", '{"iss":"ä"}', key],
        ):
            run = subprocess.run(command, capture_output=True, text=True,
                                 env={**os.environ, "LC_ALL": "C.UTF-8", "JAVA_TOOL_OPTIONS": "-Dfile.encoding=UTF-8"})
            if run.returncode != 0:
                return [f"{command[0]}: {(run.stderr or run.stdout)[-800:]}"]
    return []
