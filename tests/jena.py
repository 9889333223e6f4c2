"""Debian's Apache Jena: its commands, and the answers to many queries from one Java machine.

``python tests/jena.py CLASSPATH TDB2 < queries.json`` prints what each query of a list answers, as a list of SPARQL
results in XML: starting Java for each of them would take minutes.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

JARS = Path("/usr/share/java")
# A machine that runs for a second is there sooner when it compiles little and collects with one thread.
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
NEEDED = ("jena-*", "commons-*", "jackson-*", "dexx.collection", "gson", "guava", "caffeine", "thrift", "slf4j-[an]*")
PACKED, WANTED = "org/apache/jena/ext/xerces/", "xerces/"


def present() -> bool:
    return (JARS / "jena-arq.jar").exists()


def classpath(folder: Path) -> str:
    """Return the class path of Jena; what Debian packed at a wrong place is put into a folder at the right one."""
    jars = [
        jar for pattern in NEEDED for jar in sorted(JARS.glob(f"{pattern}.jar")) if not jar.is_symlink() or jar.exists()
    ]
    with ZipFile(JARS / "jena-core.jar") as core:
        for name in core.namelist():
            if name.startswith(PACKED) and name.endswith(".properties"):
                path = folder / name.replace(PACKED, WANTED)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(core.read(name))
    return ":".join(map(str, (*jars, folder)))


def run(classes: str, program: str, *words: object) -> subprocess.CompletedProcess[str]:
    """Run a command of Jena, such as riotcmd.riot."""
    command = ["java", *QUICK, "-cp", classes, program, *map(str, words)]
    return subprocess.run(command, capture_output=True, encoding="utf8", timeout=300)


def answers(classes: str, location: Path, texts: Sequence[str]) -> list[bytes]:
    """Return what queries answer from a TDB2 store, as SPARQL results in XML."""
    command = [sys.executable, __file__, classes, str(location)]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, encoding="utf8", timeout=300)
    assert done.returncode == 0, done.stderr
    return [text.encode() for text in json.loads(done.stdout)]


def _main(classes: str, location: str) -> None:
    import jpype

    jpype.startJVM(*QUICK, classpath=classes.split(":"))
    query = jpype.JPackage("org").apache.jena.query
    dataset = jpype.JPackage("org").apache.jena.tdb2.TDB2Factory.connectDataset(location)
    dataset.begin(query.ReadWrite.READ)
    found = []
    for text in json.load(sys.stdin):
        written = jpype.JPackage("java").io.ByteArrayOutputStream()
        result = query.QueryExecutionFactory.create(query.QueryFactory.create(text), dataset).execSelect()
        query.ResultSetFormatter.outputAsXML(written, result)
        found.append(bytes(written.toByteArray()).decode())
    print(json.dumps(found))


if __name__ == "__main__":
    _main(*sys.argv[1:])
