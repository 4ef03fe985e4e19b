"""The verbs with which an objective may begin, by level of thinking."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# After Anderson and Krathwohl's revision of Bloom's taxonomy; each names something one can see.
# The first four of a level are those that messages suggest.
VERBS: dict[str, tuple[str, ...]] = {
    "remember": _words(
        "name list recall recognize cite define identify label locate match place quote recite "
        "repeat select state"
    ),
    "understand": _words(
        "explain describe distinguish summarize anticipate classify contrast define discuss "
        "estimate express illustrate interpret match outline paraphrase place predict recognize "
        "relate rephrase report restate retell state trace translate"
    ),
    "apply": _words(
        "apply run use practice act adapt adjust calculate carry chair complete conduct deliver "
        "demonstrate facilitate fill follow give hold implement interview lead locate make "
        "measure negotiate observe operate perform prepare present relate schedule show sketch "
        "solve speak tell walk"
    ),
    "analyze": _words(
        "diagnose map compare identify analyze anticipate break calculate categorize contrast "
        "deconstruct detect dissect distinguish examine find group infer interpret investigate "
        "locate order place question rank relate separate sort split spot surface trace uncover"
    ),
    "evaluate": _words(
        "judge weigh defend test appraise argue assess challenge check choose conclude convince "
        "critique criticize debate decide evaluate justify prioritize question rate recommend "
        "reject review revise score select support verify"
    ),
    "create": _words(
        "draft design plan build assemble combine commit compose construct create decide "
        "develop devise draw formulate invent make model negotiate organize plot propose "
        "prototype redesign revise rewrite set sketch tell write"
    ),
}

WEAK = frozenset(
    _words(
        "acknowledge appreciate be become believe care consider embrace enjoy explore "
        "familiarize feel get grasp have know learn master realize reflect remember see study "
        "think understand value"
    )
)
"""Verbs whose result nobody can see."""

KNOWN = frozenset(verb for verbs in VERBS.values() for verb in verbs)
