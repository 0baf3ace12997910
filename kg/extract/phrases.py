"""Which word does a phrase or a clause behind a noun hang on, and which verb a subject behind one, where the parser errs?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.words import MUTUAL
from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

# Behind these stands the other side of an act that a noun tells.
_OTHER_SIDE = frozenset({"to", "on", "against", "with", "for", "into"})
# Behind these stands what an act of two is about.
_MATTER = frozenset({"on", "about", "over", "for", "regarding", "concerning"})
# How a place hangs on what happened there.
_WITHIN = frozenset({"pobj", "prep", "conj", "appos", "npadvmod", "compound", "nmod"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})


def rehang(preposition: Token, vocab: Vocabulary) -> None:
    """Mend what hangs on a preposition, or what it hangs on, in place."""
    if preposition.dep_ != "prep":
        return
    word = preposition.lower_
    if word == "in":
        _each_in_its_own(preposition)
    if word == "of" or word in _OTHER_SIDE:
        _beyond_the_doer(preposition, vocab)
    if word == "from":
        _of_the_doer(preposition)
    elif word == "of":
        _of_the_charge(preposition, vocab)
        _of_the_loss(preposition, vocab)
    elif word in ("to", "on", "against"):
        _of_the_judged(preposition, vocab)
    elif word == "by":
        _by_whom(preposition, vocab)
    elif word in ("including", "among"):
        _of_the_group(preposition)
    elif word in ("between", "with"):
        _between_parties(preposition, vocab)
        _beyond_the_place(preposition, vocab)
    _behind_fronted(preposition)


def beside_thing(noun: Token, vocab: Vocabulary) -> None:
    """ "Struck the harbour of Hodeidah and | a power plant": a thing is beside a thing, not beside its town nor the verb.

    Mended in place.
    """
    above = noun.head
    joint = noun.left_edge.i - 1
    opens = any(c.dep_ in ("det", "poss") for c in noun.lefts)
    if noun.pos_ != "NOUN" or not opens or joint < 1 or noun.doc[joint].dep_ != "cc":
        return
    before = noun.doc[joint - 1]
    while before.dep_ in ("pobj", "prep", "compound") and before.head.i < joint and before.head.pos_ != "VERB":
        before = before.head
    thing = before
    if before.dep_ == "prep" and before.head == above and above.pos_ == "VERB":
        thing = next((c for c in before.children if c.dep_ == "pobj"), before)
    place = above.pos_ == "PROPN" and above.dep_ == "pobj" and above.ent_type_ != "PERSON"
    place = place and (above.ent_type_ != "ORG" or above.head.lower_ in ("at", "in", "near"))
    if not (place or above.pos_ == "VERB") or thing == above or thing.pos_ != "NOUN" or thing.dep_ not in ("pobj", "dobj"):
        return
    if any(t.lemma_.lower() in vocab.roles for t in (thing, noun)) or not any(c.dep_ == "det" for c in thing.lefts):
        return
    noun.doc[joint].head = noun.head = thing


def _each_in_its_own(second: Token) -> None:
    """ "The villages of Kuna in Donetsk and | Vesele in Kharkiv": a place in another is beside the place before.

    Mended in place.
    """
    town = second.nbor(-1) if second.i > 0 else second
    land = town.head
    first = land.head
    before = first.head
    if town.dep_ != "conj" or land.dep_ != "pobj" or first.lower_ != "in" or before.pos_ != town.pos_ or town.pos_ != "PROPN":
        return
    joint = next((c for c in land.children if c.dep_ == "cc" and c.i == town.left_edge.i - 1), None)
    if joint is not None and before.i < first.i < land.i and second.head in (town, before, land, first):
        joint.head = town.head = before
        second.head = town


def of_event(relative: Token, vocab: Vocabulary) -> None:
    """ "The stabbing in Mannheim, which killed one": what harms is what happened, not where it did; mended in place."""
    verb = relative.head
    place = verb.head
    if verb.dep_ != "relcl" or verb.lemma_.lower() not in vocab.words("harm-verbs") or place.pos_ != "PROPN":
        return
    above = place
    while above.pos_ in ("PROPN", "ADP") and above.dep_ in _WITHIN and above.head != above:
        above = above.head
    if above.pos_ in ("NOUN", "VERB") and above != place:
        verb.head = above
        if above.tag_ in _FINITE:
            verb.dep_ = "advcl"


def beside_name(verb: Token, vocab: Vocabulary) -> None:
    """ "Shot a man named Ali and wounded two": a name is given by nobody who acts; who shot also wounded. Mended in place."""
    naming = verb.head
    above = naming.head.head
    given = naming.dep_ == "acl" and naming.lower_ in vocab.words("naming-participles")
    if given and naming.head.dep_ in ("dobj", "pobj") and above.tag_ == verb.tag_:
        verb.head = above


def of_city(name: Token) -> None:
    """ "Paris prosecutors have opened an inquiry": a town right before a bare noun says where these are. Mended in place."""
    after = name.nbor(1) if name.i + 1 < len(name.doc) else None
    if name.ent_type_ != "GPE" or after is None or after.tag_ not in ("NN", "NNS") or after.left_edge != after:
        return
    if after.dep_ in ("nsubj", "nsubjpass") and after.head == name.head and not any(True for _ in name.children):
        name.head, name.dep_ = after, "compound"


def beside_city(country: Token) -> None:
    """ "A blast in Saratov, Russia kills six": a country behind its city is no subject; the noun before is. Mended in place.

    So is a city behind "the capital": "flooding in the capital, Tbilisi, destroys homes".
    """
    verb, comma = country.head, country.nbor(-1) if country.i > country.sent.start else None
    if comma is None or comma.text != "," or country.left_edge != country:
        return
    city = comma.nbor(-1) if comma.i > country.sent.start else None
    closed = country.i + 2 == verb.i and country.nbor(1).text == ","
    if city is None or not (closed or country.i + 1 == verb.i) or city.dep_ not in ("pobj", "appos"):
        return
    if not (city.lemma_ == "capital" if closed else city.ent_type_ == "GPE"):
        return
    place = city.head if city.dep_ == "appos" else city
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < city.i), None)
    first = subject or next((t for t in city.ancestors if t.head == verb and _may_act(t, country.sent.start)), None)
    if first is not None and first.dep_ in ("advcl", "dep", "npadvmod", "nsubj") and first.left_edge.i == country.sent.start:
        first.dep_, first.pos_ = "nsubj", first.pos_ if first.pos_ == "PROPN" else "NOUN"
    elif verb.tag_ != "VBG" or not _beside_event(verb, place):
        return
    country.head, country.dep_ = city, "appos"


def before_name(noun: Token) -> None:
    """ "Saudi Arabia's mining fund Manara is in talks": of two subjects side by side the noun says what the name is."""
    others = (c for c in noun.head.children if c.dep_ == "nsubj" and c.i > noun.i and c.left_edge.i == noun.i + 1)
    name = next(others, None)  # "the militant group | Boko Haram"
    if name is not None and name.pos_ == "PROPN" and noun.i < noun.head.i:
        noun.head, noun.dep_ = name, "compound"


def before_verb(name: Token) -> None:
    """ "Al-Shabaab raids villages", "a court sentences him": what stands before a verb without subject is it. Mended in place."""
    verb = name.head
    bare = verb.tag_ in ("VBZ", "VBP", "VBD") and verb.pos_ == "VERB" and name.i + 1 == verb.i
    if bare and not any(c.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for c in verb.children):
        name.dep_ = "nsubj"


def _may_act(token: Token, start: int) -> bool:
    """Is it a noun, or a gerund that begins the sentence?"""
    return token.pos_ == "NOUN" or (token.tag_ == "VBG" and token.i == start)


def _beside_event(participle: Token, place: Token) -> bool:
    """ "A bus overturned near Shiraz, Iran killing nine": what came of it hangs on what happened there. Mended in place."""
    event = next((t for t in place.ancestors if t.pos_ == "VERB"), None) if place.dep_ == "pobj" else None
    if event is None or event == participle or event.i > participle.i:
        return False
    if participle.dep_ == "ROOT":
        event.dep_ = "ROOT"
        event.head = event
    elif participle.dep_ not in ("conj", "advcl", "ccomp"):
        return False
    participle.head, participle.dep_ = event, "advcl"
    return True


def _beyond_the_doer(preposition: Token, vocab: Vocabulary) -> None:
    """ "A visit by Peru's president to Fiji": behind who does what a noun tells stands the other side of it."""
    doer = preposition.head
    by = doer.head
    noun = by.head
    named = preposition.lower_ == "of" and doer.pos_ == "PROPN"  # "the capture by Mali of Kidal"
    if not (named or preposition.lower_ in _OTHER_SIDE) or doer.dep_ != "pobj" or by.lower_ != "by" or noun.pos_ != "NOUN":
        return
    if ("noun", noun.lemma_.lower()) in vocab.cues and doer.i < preposition.i:
        preposition.head = noun


def _of_the_doer(preposition: Token) -> None:
    """ "A case brought by villagers from the delta": right behind people who do it stands where they are from.

    So it does behind those who are barred: "a ban on travellers from Chad".
    """
    verb = preposition.head
    barred = next(
        (c for p in verb.rights if p.lower_ == "on" and verb.pos_ == "NOUN" for c in p.children if c.dep_ == "pobj"), None
    )
    if barred is not None and barred.tag_ == "NNS" and barred.right_edge.i + 1 == preposition.i:
        preposition.head = barred
    if verb.pos_ != "VERB":
        return
    for agent in verb.children:
        if agent.dep_ == "agent" and agent.i < preposition.i:
            doer = next((c for c in agent.children if c.dep_ == "pobj" and c.tag_ == "NNS"), None)
            if doer is not None and doer.right_edge.i + 1 == preposition.i:
                preposition.head = doer


def _of_the_judged(preposition: Token, vocab: Vocabulary) -> None:
    """ "Protests U.S. arms sale to Taiwan", "hailed the tariffs on Chad": what follows an act that is judged is of the act."""
    verb = preposition.head
    act = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    plain = (c for c in vocab.cues.get(("verb", verb.lemma_), ()) if len(c.words) == 1 and not c.object_lemmas)
    judged = any(c.relation in ("accuse", "reject", "support", "protest") for c in plain)  # but "launched an attack on Chad"
    if act is None or act.right_edge.i + 1 != preposition.i or not judged:
        return
    if vocab.evokes("noun", act.lemma_.lower(), ("supply", "aid", "sanction", "assault")):
        preposition.head = act


def _between_parties(preposition: Token, vocab: Vocabulary) -> None:
    """ "An agreement on grain exports between Egypt and Russia": the two are those who agree, not only those who trade.

    So it is with whom one signs "a pact on minerals with Kyiv", but not "a deal on trade with Kyiv", which may be another's.
    """
    matter = preposition.head
    about = matter.head
    joint = about.head
    if matter.dep_ != "pobj" or about.lower_ not in _MATTER or joint.pos_ != "NOUN":
        return
    if preposition.lower_ == "with" and vocab.evokes("noun", matter.lemma_, (*MUTUAL, "supply", "assault")):
        return
    if vocab.evokes("noun", joint.lemma_, MUTUAL) or joint.lemma_.lower() in vocab.words("agreement-nouns"):
        preposition.head = joint


def _beyond_the_place(preposition: Token, vocab: Vocabulary) -> None:
    """ "Discussed a port at Lobito with Angola", "a truce was agreed in Doha between two": a place does nothing with others.

    Nor does what is discussed of it: "discuss the sovereignty of the Falklands with Britain".
    """
    place = preposition.head
    where = place.head
    if place.pos_ != "PROPN" or place.dep_ != "pobj" or where.lower_ not in ("at", "in", "near", "on", "of"):
        return
    above = where.head
    if above.pos_ == "NOUN" and above.dep_ != "dobj" and vocab.evokes("noun", above.lemma_.lower(), MUTUAL):
        preposition.head = above  # "talks in Geneva between the two"
        return
    verb = above.head if above.dep_ == "dobj" else above
    if verb.pos_ == "VERB" and vocab.evokes("verb", verb.lemma_, MUTUAL):
        preposition.head = verb


def _by_whom(preposition: Token, vocab: Vocabulary) -> None:
    """ "The construction of a plant for Chile by Rosatom": no name has a doer; the act whose noun stands before it has."""
    name = preposition.head
    if name.pos_ != "PROPN" or name.dep_ != "pobj":
        return
    act = next((t for t in name.ancestors if t.pos_ == "NOUN" and ("noun", t.lemma_.lower()) in vocab.cues), None)
    if act is not None and act.head.dep_ != "agent" and not any(c.lower_ == "by" for c in act.children):
        preposition.head = act


def _of_the_charge(preposition: Token, vocab: Vocabulary) -> None:
    """ "Accused the head of the church of plotting": of what somebody is accused is no part of his name."""
    if not any(c.dep_ == "pcomp" for c in preposition.children):
        return
    above = preposition.head
    while above.pos_ in ("NOUN", "PROPN", "ADP") and above.head != above:
        above = above.head
    if above.pos_ == "VERB" and above.lemma_ in vocab.words("charging-verbs") and above.i < preposition.i:
        preposition.head = above


def _of_the_loss(preposition: Token, vocab: Vocabulary) -> None:
    """ "Stripped Cameco of its licence": a name has no "of"; nor has what is set behind the name between commas."""
    name = preposition.head
    if name.i > preposition.i or (preposition.ent_iob_ == "I" and preposition.ent_type_):
        return
    set_off = preposition.nbor(-1).text == "," and any(t.dep_ == "appos" for t in (name, *name.ancestors))
    if name.dep_ == "appos" and name.pos_ == "PROPN" and name.left_edge.i == name.head.i + 1:
        name = name.head  # "the French firm Orano of its licence"
        set_off = True
    while set_off and name.dep_ in ("appos", "pobj", "prep") and name.head != name:
        name = name.head
    whole = name
    while whole.dep_ == "pobj" and whole.head.lower_ == "of":
        whole = whole.head.head  # "stripped the members of the party of their passports"
    name = whole if whole.head.lemma_ in vocab.words("robbing-verbs") else name
    verb = name.head
    lost = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    own = lost is not None and any(c.tag_ == "PRP$" for c in lost.children)  # "stripped 94 dissidents of their citizenship"
    last = not any(t.lower_ == "of" and t.i > preposition.i for t in name.subtree)
    own = own or (last and verb.lemma_ in vocab.words("robbing-verbs"))  # "deprived the country of water"
    if (name.pos_ == "PROPN" or set_off or own) and name.dep_ in ("dobj", "nsubjpass") and verb.i < name.i:
        if verb.pos_ == "VERB" and verb.lemma_ in vocab.words("depriving-verbs"):
            preposition.head = verb


def _behind_fronted(preposition: Token) -> None:
    """ "Under a deal reached in Oslo, Mali and the rebels will talk": what follows the comma is the verb's subject."""
    inner = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    first = (
        next((c for c in inner.children if c.dep_ in ("conj", "appos") and c.pos_ in ("NOUN", "PROPN")), None) if inner else None
    )
    if inner is None or first is None or first.left_edge.i == 0 or first.left_edge.nbor(-1).text != ",":
        return
    end = first.right_edge.i + 1
    verb = next((t for t in inner.ancestors if t.pos_ in ("VERB", "AUX") and t.i >= end), None)
    if verb is None or any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in verb.children):
        return
    start = verb.doc[end]
    finite = start == verb or (start.head == verb and start.dep_ in ("aux", "auxpass", "neg", "advmod"))
    if finite and start.tag_ in _FINITE:
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        first.head, first.dep_ = verb, "nsubjpass" if passive else "nsubj"


def over_worth(worth: Token) -> None:
    """ "exported oil worth two billion dollars to Syria": what stands behind a price belongs to the verb."""
    for child in worth.children:
        if child.dep_ == "prep" and child.lower_ in ("to", "from"):
            child.head = worth.head.head


def as_clause(preposition: Token) -> None:
    """ "as Beijing hits back": a finite verb right behind the object of "as" has that object for its subject. Mended in place."""
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    end = noun.right_edge.i + 1 if noun is not None else 0
    if noun is None or end >= len(noun.doc):
        return
    verb = noun.doc[end]
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    # "Kurds announce deal as Turkey invades Syria": the parser makes of all before the verb its subject
    swallowed = subject is not None and verb.dep_ == "ccomp" and verb.head.pos_ == "VERB" and preposition in subject.subtree
    if verb.tag_ not in ("VBZ", "VBP", "VBD") or not (swallowed or (verb.dep_ == "advcl" and subject is None)):
        return
    if subject is not None:
        subject.head, subject.dep_ = verb.head, "dobj"
        verb.dep_ = "advcl"
    preposition.head, preposition.dep_ = verb, "mark"
    noun.head, noun.dep_ = verb, "nsubj"


def in_spite(verb: Token) -> None:
    """ "Left despite Chad urging him to stay": who stands between "despite" and a gerund does what that says. Mended in place."""
    who = verb.nbor(-1) if verb.i > 0 and not any(c.dep_ == "nsubj" for c in verb.children) else None
    if who is None or who.dep_ not in ("pobj", "conj"):
        return
    first = next((t for t in (who, *who.ancestors) if t.dep_ == "pobj"), who)
    preposition = first.head
    if preposition.lower_ == "despite" and preposition.head == verb.head and first.pos_ == "PROPN":
        preposition.head, preposition.dep_ = verb, "mark"
        first.head, first.dep_ = verb, "nsubj"


def _of_the_group(preposition: Token) -> None:
    """ "Ten were hurt in a raid, including two Danes", "hit 30 firms, among them two banks": examples hang on whom they are of."""
    them = next((c for c in preposition.children if c.lower_ == "them"), None)
    behind = (*preposition.rights, *(them.rights if them else ()))
    first = next((c for c in behind if c.dep_ in ("pobj", "appos") and c != them), None)
    if preposition.lower_ == "among":
        if them is None or first is None:
            return
        them.dep_ = "det"
        first.head, first.dep_ = preposition, "pobj"
    comma = preposition.nbor(-1) if preposition.i > preposition.sent.start else None
    if first is None or comma is None or comma.text != "," or preposition.head.tag_ == "NNS":
        return
    verb = next((t for t in (preposition.head, *preposition.head.ancestors) if t.pos_ == "VERB"), None)
    roles = ("dobj", "nsubjpass") if preposition.lower_ == "including" else ("dobj", "nsubjpass", "nsubj", "pobj")
    groups = [] if verb is None else [t for t in verb.subtree if t.tag_ in ("NNS", "CD") and t.dep_ in roles and t.i < comma.i]
    groups = [t for t in groups if t.pos_ == "NOUN" or t.dep_ == "nsubjpass"]
    if groups and not any(t in first.subtree for t in groups):
        preposition.head = groups[-1]
