"""Run by the system's Python, beside LibreOffice: fills in answer forms as one who answers would, and saves them.

Reads [path, target, [[id as printed in the row, [what each cell to the right is given, or null] …] …]] from standard
input, a list of such. A cell with a list gets its text chosen in it; other cells get it typed, a paragraph a line."""

import json
import pathlib
import sys
import tempfile

from libreoffice_reader import each, named, start

PARAGRAPH_BREAK = 0


def fill(context, path, target, answers):
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    url = pathlib.Path(path).resolve().as_uri()
    document = desktop.loadComponentFromURL(url, "_blank", 0, (named("Hidden", True),))
    try:
        tables = document.TextTables
        for table in map(tables.getByIndex, range(tables.Count)):
            for number in range(1, table.Rows.Count + 1):
                fill_row(table, number, answers)
        saved = named("FilterName", "MS Word 2007 XML")
        document.storeToURL(pathlib.Path(target).resolve().as_uri(), (saved,))
    finally:
        document.close(True)


def fill_row(table, number, answers):
    names = [name for name in table.getCellNames() if name[1:] == str(number)]
    printed = [line for name in names for line in table.getCellByName(name).getString().split("\n")]
    for wanted, texts in answers:
        if any(wanted in line.split(" · ") for line in printed):
            for name, text in zip(names[1:], texts, strict=False):
                if text is not None:
                    answer(table.getCellByName(name), text)


def answer(cell, text):
    controls = [portion.ContentControl for line in each(cell) for portion in each(line)
                if portion.TextPortionType == "ContentControl"]  # fmt: skip
    if controls:
        choose(cell, controls[0], text)
        return
    cursor = cell.createTextCursor()
    cursor.gotoEnd(False)
    for place, line in enumerate(text.split("\n")):
        if place:
            cell.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        cell.insertString(cursor, line, False)


def choose(cell, control, text):
    """Puts the choice before the prompt, which keeps it inside the control, and takes the prompt away."""
    prompt = "".join(portion.getString() for portion in each(control))
    control.setString(text)
    whole = [portion for portion in each(control) if portion.getString()]
    rest = cell.createTextCursorByRange(whole[-1].getEnd())
    rest.goLeft(len(prompt), True)
    rest.setString("")
    control.ShowingPlaceHolder = False


def main():
    work = json.load(sys.stdin)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process, context = start(sys.argv[1], profile)
        try:
            for path, target, answers in work:
                fill(context, path, target, answers)
        finally:
            process.terminate()
            process.wait(20)


if __name__ == "__main__":
    main()
