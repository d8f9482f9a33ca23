#!/usr/bin/env python3
"""Checks annotated articles.  usage: check.py FILE…  Prints what is wrong, and a summary of what is there."""
import re, sys

TAG = re.compile(r"\\\[|\[/\]|\[([sqc])(\d+)(~?)(?::([a-z0-9-]+))?\]")
KINDS = {"person", "organization", "government", "media", "document", "unnamed"}


def check(path):
    wrong = []
    raw = open(path, encoding="utf-8").read()
    head, sep, text = raw.partition("\n---\n")
    if not sep:
        return ["no line ---"], 0, 0
    sources, keys = {}, {}
    for line in head.splitlines():
        key, _, value = line.partition(":")
        if key.startswith("source "):
            parts = [p.strip() for p in value.split("|")]
            sources[key[7:].strip()] = parts
            if len(parts) < 2 or parts[1] not in KINDS:
                wrong.append(f"{line}: kind")
        else:
            keys[key] = value.strip()
    for need in ("style", "title"):
        if not keys.get(need):
            wrong.append(f"no {need}:")
    for name, parts in sources.items():
        for part in parts[2:]:
            if part.startswith("of ") and part[3:].strip() not in sources:
                wrong.append(f"{name}: parent {part[3:]} is not declared")
            elif not (part.startswith(("of ", "aka ")) or part in ("he", "she", "they")):
                wrong.append(f"{name}: {part}?")
    plain, stack, roles, ids, at = [], [], {}, {}, 0
    for m in TAG.finditer(text):
        plain.append(text[at:m.start()])
        at = m.end()
        if m.group(0) == "\\[":
            plain.append("[")
        elif m.group(0) == "[/]":
            if not stack:
                wrong.append(f"[/] too many near …{''.join(plain)[-40:]!r}")
                continue
            role, n, start = stack.pop()
            span = "".join(plain)[start:]
            if not span.strip():
                wrong.append(f"[{role}{n}] is empty")
            if span != span.strip():
                wrong.append(f"[{role}{n}] has white space at its edge: {span!r}")
            if "\n\n" in span:
                wrong.append(f"[{role}{n}] crosses a paragraph: {span[:40]!r}")
            roles.setdefault(n, {}).setdefault(role, []).append(span)
        else:
            role, n, _, name = m.groups()
            stack.append((role, n, len("".join(plain))))
            if name:
                ids.setdefault(n, []).append(name)
                if name != "nobody" and name not in sources:
                    wrong.append(f"[{role}{n}:{name}]: not declared")
    plain.append(text[at:])
    plain = "".join(plain)
    for stray in re.findall(r"\[[^\]\n]{0,12}\]?", re.sub(r"\\\[", "", TAG.sub("", text))):
        wrong.append(f"stray bracket {stray!r}")
    if stack:
        wrong.append(f"never closed: {stack}")
    for n, parts in roles.items():
        if "c" not in parts:
            wrong.append(f"{n} has no content")
        if len(parts.get("q", [])) > 1:
            wrong.append(f"{n} has {len(parts['q'])} cues")
        if len(set(ids.get(n, []))) != 1:
            wrong.append(f"{n} names {ids.get(n, 'nobody at all')}")
    if "\n\n\n" in text or re.search(r"[^\n]\n[^\n]", plain.strip("\n")):
        wrong.append("blocks are parted by exactly one blank line, a block is one line")
    used = {name for names in ids.values() for name in names}
    parents = {p[3:].strip() for parts in sources.values() for p in parts[2:] if p.startswith("of ")}
    for name in set(sources) - used - parents:
        wrong.append(f"source {name} is never used")
    return wrong, len(plain.split()), len(roles)


words = attributions = bad = 0
for path in sys.argv[1:]:
    wrong, w, a = check(path)
    words, attributions, bad = words + w, attributions + a, bad + bool(wrong)
    for line in wrong:
        print(f"{path}: {line}")
print(f"{len(sys.argv) - 1} files, {bad} with faults, {words} words, {attributions} attributions")
