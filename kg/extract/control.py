"""Whose act a clause tells that has no subject of its own: gerunds behind prepositions, clauses behind "the first city"."""

from __future__ import annotations

from kg.extract.arguments import Slots, merge, slots, verb_slots
from kg.extract.context import Context, auxiliaries
from kg.extract.coordination import first_conjunct
from kg.extract.governor import infinitive
from kg.extract.lexicon import Lexicon
from kg.extract.tokens import Token
from kg.extract.voice import is_passive
from kg.model import Mode


def gerund(node: Token, parent: Token, link: str, context: Context, lexicon: Lexicon) -> None:
    """A gerund behind a preposition is its verb's subject's act; behind "of", "from" its object's ("kept X from exporting").

    Behind an adjective it is the act of whom the adjective is said ("is responsible for killing"), behind a penalty that of whom it
    hits ("imposed sanctions on Chad for arming rebels").
    """
    being = node.tag_ == "VBN" and any(c.lower_ in ("being", "having") for c in node.children)
    if context.subject or slots(node).get("subj") or not (node.tag_ == "VBG" or being):
        return
    if parent.pos_ == "ADJ":
        found = verb_slots(parent.head) if parent.head.pos_ == "VERB" else {}  # "were found guilty of killing"
        context.subject = list(slots(parent).get("subj") or found.get("obj") or found.get("subj") or ())
        return
    if link == "pcomp:about" and context.mode is Mode.DONE and lexicon.vocab.evokes("verb", parent.lemma_, ("consult",)):
        context.mode = Mode.NEGOTIATED  # "approached Fiji about building a plant"
    above = verb_slots(parent)
    by_object = link in ("pcomp:of", "pcomp:from", "pcomp:with", "pcomp:for", "pcomp:into") and above.get("obj")
    if link == "pcomp:of" and any(c.dep_ == "advmod" and c.lower_ == "instead" for c in node.head.children):
        context.negated = not context.negated
        by_object = []
    if link == "pcomp:in" and parent.lemma_ in lexicon.words("joining-verbs"):
        context.subject = [*above.get("subj", ()), *above.get("obj", ())]  # "joined Japan in banning exports"
        auxiliaries(parent, context, lexicon)
        return
    if link == "pcomp:for" and (hit := _hit(above, is_passive(parent), lexicon)):
        context.subject = hit
        return
    suffers = above.get("dative") if is_passive(parent) else None  # "was given money for building"
    whose = (suffers or above.get("obj", [])) if by_object or is_passive(parent) else above.get("subj", [])
    if is_passive(node):
        given = any(c.dep_ == "dobj" for c in node.children)  # "before being granted clemency"
        context.lent = merge(context.lent, {"dative" if given else "obj": list(whose)})
    else:
        context.subject = list(whose)


def _hit(above: Slots, passive: bool, lexicon: Lexicon) -> list[Token]:
    """On whom lies what a verb has as its object: "filed charges against Bo", "imposes a fine on Chad", "waged war on Niger"."""
    found = []
    for act in above.get("obj", ()):
        penalty = lexicon.vocab.evokes("noun", act.lemma_, ("sanction", "accuse"))
        if penalty or (act.pos_ == "NOUN" and not passive):
            found += [t for s in ("on", "against") for t in (*slots(act).get(s, ()), *(above.get(s, ()) if penalty else ()))]
    return found


def receivers(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who is given what lets one act does so: "granted the firm a licence to mine", "was given permission to drill"."""
    verb = first_conjunct(noun).head
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in lexicon.words("granting-verbs"):
        return []
    filled = verb_slots(verb)
    if is_passive(verb) and noun.dep_ == "dobj":
        return list(filled.get("dative") or (t for t in filled.get("obj", ()) if t != noun))
    return list(filled.get("dative") or filled.get("to") or slots(noun).get("to") or ())


def called(node: Token, link: str, parent: Token, context: Context, lexicon: Lexicon) -> None:
    """ "Seattle becomes the first city to ban straws": who is or becomes what the noun says does what hangs on it.

    So does who takes a place from another: "Guinea overtook Australia as the largest exporter of bauxite".
    """
    if link == "pobj:as" and parent.pos_ == "VERB" and not is_passive(parent):
        above = verb_slots(parent)
        if not above.get("obj") or parent.lemma_.lower() in lexicon.words("overtaking-verbs"):
            context.lent = merge(context.lent, {"self": list(above.get("subj", ()))})
    copula = parent.dep_ == "attr" and parent.head.lemma_ in ("be", "become")
    if copula and link in ("acl", "relcl") and not context.subject and not slots(node).get("subj"):
        context.subject = list(verb_slots(parent.head).get("subj", []))


def assembled(node: Token, parent: Token, link: str, lexicon: Lexicon) -> list[Token]:
    """Who comes to a rally or to talks does what these are for: "gathered in Tbilisi for a rally to protest the law"."""
    verb = parent.head.head
    if link != "acl" or not infinitive(node) or parent.dep_ != "pobj" or parent.head.lower_ != "for" or verb.pos_ != "VERB":
        return []
    if not lexicon.vocab.evokes("noun", parent.lemma_, ("protest", "consult")):
        return []
    return list(verb_slots(verb).get("obj" if is_passive(verb) else "subj", ()))


def party(noun: Token, parent: Token, lexicon: Lexicon) -> list[Token]:
    """Who acts at or after talks has had them, who acts under a deal is bound by it, where only the other side is named.

    "Freed 52 prisoners after talks with a US envoy", "said in a call with Biden", "lifted the ban as part of a pact with Chad".
    So has who is somewhere for them in a headline: "Tashkent delegation in Kabul for talks".
    """
    word = noun.head
    if word.lower_ == "for" and noun.lemma_.lower() in lexicon.words("meeting-nouns"):
        return [parent] if parent.dep_ == "ROOT" and parent.pos_ in ("NOUN", "PROPN") and parent.sent[-1].text != "." else []
    if parent.dep_ == "pobj" and word.lower_ == "of" and parent.lemma_.lower() in lexicon.words("deal-parts"):
        word, parent = parent.head, parent.head.head  # "as part of a pact", "in a round of talks"
    words, act = lexicon.words, noun.lemma_.lower()
    talks = act in words("meeting-nouns") and word.lower_ in words("meeting-prepositions")
    if not (talks or (act in words("agreement-nouns") and word.lower_ in words("pact-prepositions"))):
        return []
    ties = {c.lower_ for c in noun.children if c.dep_ == "prep"}
    own = "between" in ties or any(c.dep_ in ("poss", "amod", "compound") and c.ent_type_ for c in noun.children)
    if noun.dep_ != "pobj" or "with" not in ties or own:
        return []
    while parent.dep_ in ("advcl", "xcomp") and parent.pos_ == "VERB" and not verb_slots(parent).get("subj"):
        parent = parent.head  # "speaking after a meeting with Rubio, Lavrov said"
    if parent.pos_ != "VERB" or is_passive(parent):
        return []
    return list(verb_slots(parent).get("subj", ()))
