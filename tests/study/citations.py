"""citations.py - whether programs of others read our references: what each says of title and issuers.

Each reader takes a file of references and gives [(title, issuers)], or is not installed. Nothing is
skipped in silence: missing() names what was not asked.
"""
import importlib.util
import json
import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as xml

MODS = "{http://www.loc.gov/mods/v3}"
CITATION_JS = """
const {Cite} = require('@citation-js/core');
require('@citation-js/plugin-bibtex'); require('@citation-js/plugin-ris');
require('@citation-js/plugin-csl');
const type = {bibtex: '@bibtex/text', ris: '@ris/file', 'csl-json': '@else/json'}[process.argv[1]];
const data = new Cite(require('fs').readFileSync(process.argv[2], 'utf8'), {forceType: type}).data;
console.log(JSON.stringify(data.map(d => [d.title,
    (d.author || []).map(a => a.literal || a.family)])));
"""


def has_module(name):
    return importlib.util.find_spec(name) is not None


def has_citation_js():
    return bool(shutil.which("node")) and subprocess.run(
        ["node", "-e", "require('@citation-js/core')"], capture_output=True,
        check=False).returncode == 0


def bare(text):
    """What TeX prints."""
    for command, sign in (("textbackslash", "\\"), ("textbraceleft", "{"), ("textbraceright", "}"),
                          ("textasciitilde", "~"), ("textasciicircum", "^")):
        text = text.replace(f"\\{command}{{}}", {"{": "\1", "}": "\2"}.get(sign, sign))
    text = re.sub(r"\\([#$%&_])", r"\1", text.replace("{", "").replace("}", ""))
    return text.replace("\1", "{").replace("\2", "}")


def with_bibtexparser(path):
    import bibtexparser
    with open(path, encoding="utf-8") as file:
        entries = bibtexparser.load(file).entries
    return [(bare(e["title"]), [bare(a) for a in e["author"].split("} and {")]
             if "author" in e else []) for e in entries]


def with_rispy(path):
    import rispy
    with open(path, encoding="utf-8") as file:
        entries = rispy.load(file)
    return [(e.get("title") or e.get("primary_title"), e.get("authors", [])) for e in entries]


def with_citeproc(path):
    from citeproc.source.json import CiteProcJSON
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    references = CiteProcJSON(data)
    return [(str(references[d["id"]].title),
             [a["literal"] for a in d.get("author", [])]) for d in data]


def with_bibutils(program):
    def read(path):
        run = subprocess.run([program, path], capture_output=True, text=True, check=True)
        root = xml.fromstring(run.stdout.lstrip("\ufeff"))
        return [(" ".join(m.find(f"{MODS}titleInfo/{MODS}title").text.split()),
                 ["".join(n.itertext()).strip().removesuffix("author").strip()
                  for n in m.findall(f"{MODS}name")]) for m in root.findall(f"{MODS}mods")]
    return read


def with_citation_js(style):
    def read(path):
        run = subprocess.run(["node", "-e", CITATION_JS, style, path], capture_output=True,
                             text=True, check=True, env=os.environ)
        return [(title, issuers) for title, issuers in json.loads(run.stdout)]
    return read


def readers(style):
    """(name, whether it is installed, function) of every program that reads a style."""
    every = {
        "bibtex": [("bibtexparser", has_module("bibtexparser"), with_bibtexparser)],
        "ris": [("rispy", has_module("rispy"), with_rispy),
                ("ris2xml", bool(shutil.which("ris2xml")), with_bibutils("ris2xml"))],
        "csl-json": [("citeproc-py", has_module("citeproc"), with_citeproc)],
    }[style]
    return [*every, ("citation-js", has_citation_js(), with_citation_js(style))]
