"""Run by the system's Python, beside LibreOffice: what Word files say after accepting or rejecting all changes.

Reads lines of JSON from standard input until there are no more, {"work": [job …], "more": […]}, and answers each with
a line, a list of what its jobs give. A job is ["save", path, target, filter], or [what, path] where what is plain,
accept or reject; that gives
{"body": [[style, text] …], "looks": [[look, text] …], "notes": [[text …] …], "changes": number left}.
Looks are read when "more" has "looks": each thing that is asked of LibreOffice takes a millisecond. The rest is
therefore read from a file that it saves."""

import contextlib
import json
import pathlib
import subprocess
import sys
import tempfile
import time

import flat_text
import uno
from com.sun.star.beans import PropertyValue

COMMAND = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def named(name, value):
    prop = PropertyValue()
    prop.Name, prop.Value = name, value
    return prop


def start(soffice, profile):
    pipe = "p" + pathlib.Path(profile).name
    process = subprocess.Popen(
        [soffice, f"-env:UserInstallation={pathlib.Path(profile).as_uri()}", "--headless", "--norestore", "--nologo",
         f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return process, resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not start")


LOOKS = (
    "CharPosture", "CharStrikeout", "CharStyleName", "CharWeight", "NumberingLevel", "ParaAdjust", "ParaLeftMargin",
)  # fmt: skip
"""In the order of the alphabet, as LibreOffice wants them when several are asked for at once."""


def looks(text):
    """Stretches of the same look in paragraphs of the body, tables' and notes' too."""
    for item in each(text):
        if item.supportsService("com.sun.star.text.TextTable"):
            for name in item.getCellNames():
                yield from looks(item.getCellByName(name))
        else:
            for portion in each(item):
                if portion.TextPortionType == "Text" and portion.getString():
                    yield [look(portion), portion.getString()]


def look(portion):
    values = portion.getPropertyValues(LOOKS)
    return " ".join(str(getattr(value, "value", value)) for value in values)


@contextlib.contextmanager
def opened(context, path):
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(
        pathlib.Path(path).resolve().as_uri(), "_blank", 0, (named("Hidden", True),)
    )
    try:
        yield document
    finally:
        document.close(True)


def save(context, path, target, kind):
    with opened(context, path) as document:
        store(document, pathlib.Path(target), kind)


def store(document, target, kind):
    document.storeToURL(target.resolve().as_uri(), (named("FilterName", kind),))


def read(context, what, path, wants_looks):
    with opened(context, path) as document:
        if what in COMMAND:
            dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
            dispatcher.executeDispatch(document.CurrentController.Frame, COMMAND[what], "", 0, ())
        document.TextFields.refresh()
        body, notes = written(document)
        return {
            "body": body,
            "looks": list(looks(document.Text)) if wants_looks else [],
            "notes": notes,
            "changes": len(list(each(document.Redlines))),
        }


def written(document):
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "text.fodt"
        store(document, file, "OpenDocument Text Flat XML")
        return flat_text.read(file)


def each(container):
    listed = container.createEnumeration()
    while listed.hasMoreElements():
        yield listed.nextElement()


def done(context, job, wants_looks):
    what, *rest = job
    return save(context, *rest) if what == "save" else read(context, what, *rest, wants_looks)


def main():
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process, context = start(sys.argv[1], profile)
        try:
            for line in sys.stdin:
                asked = json.loads(line)
                print(json.dumps([done(context, job, "looks" in asked["more"]) for job in asked["work"]]), flush=True)
        finally:
            process.terminate()
            process.wait(20)


if __name__ == "__main__":
    main()
