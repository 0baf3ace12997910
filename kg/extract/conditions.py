"""Whether a cue's conditions are met: what its object is, which parts of the clause stand or lack, who acts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kg.extract.arguments import Slots
from kg.extract.flows import left_out
from kg.extract.governor import infinitive
from kg.extract.mentions import Kind, Referent, is_works
from kg.extract.mere import letter_of_kind
from kg.extract.quoted import is_price
from kg.extract.reader import Reader, under_of
from kg.extract.sport import played
from kg.extract.tokens import Token
from kg.extract.voice import is_passive
from kg.model import ActorType, Basis, Sector
from kg.vocab import Cue, Vocabulary

MONEY = "resource/money"
FORCE = frozenset({"assault", "coerce", "mobilize", "protest"})
_UNDER = frozenset({"under", "into", "with"})
_RUN = frozenset({"frame/run", "frame/run-itself"})
_WORKS = frozenset({"resource/infrastructure"})
# Frames in which a thing itself sells or stands at a price.
_QUOTED = frozenset({"frame/quote", "frame/move"})
_ON_OTHERS = FORCE | {"value"}


def meets(cue: Cue, token: Token, filled: Slots, reader: Reader) -> bool:
    """Do the predicate's arguments meet the cue's conditions (object lemma, kind of object, slots that must be there)?"""
    if not _worded(cue, filled, reader) or not _of_sort(cue, filled, reader):
        return False
    if cue.pos == "verb" and len(cue.words) > 1 and not cue.object_lemmas and _becomes(token, cue, reader.vocab):
        return False
    if cue.frame.id in _RUN and any(_otherwise(t, reader) for s in ("obj", "subj") for t in filled.get(s, ())):
        return False  # "rescue operations at the mine"
    if cue.relation == "request" and "inf" in cue.needs and filled.get("obj"):
        if all(t.lemma_.lower() in reader.vocab.words("undergone-nouns") for t in filled["obj"]):
            return False  # "ordered his extradition to face trial"
    if cue.relation == "consult" and cue.pos == "verb" and letter_of_kind(filled, reader.vocab):
        return False
    own = (t.lower_ for t in filled.get("obj", ()) if t.lower_.endswith(("self", "selves")))
    if cue.relation in _ON_OTHERS and not cue.object_lemmas.issuperset(own):
        return False  # "shooting itself in the foot", but "glued themselves to the gate"
    if _no_price(cue, token, filled, reader):
        return False
    if cue.relation in ("assault", "seize", "acquire") and played(token, reader):
        return False
    if cue.frame.id == "frame/alleged" and any(c.dep_ == "ccomp" and _by_nobody(c) for c in token.children):
        return False
    if cue.words == ("have",) and _undergoes(token):
        return False
    if "liberty" in cue.needs and not _kept_from(token, reader.vocab.words("liberty-verbs")):
        return False
    if "outcry" in cue.needs and not _cries_out(token, reader.vocab.words("protest-aims")):
        return False
    if any(_stands(slot, token, filled) for slot in cue.lacks if slot not in cue.words):
        return False
    if cue.needs and not any(any(map(is_no_date, filled.get(slot, ()))) or _has_clause(token, slot) for slot in cue.needs):
        return False
    if cue.relation == "value" and any(is_price(t, reader.vocab) for t in filled.get("subj", ())):
        return True  # whatever it is the price of
    if cue.object_kinds:
        fillers = [t for s in cue.frame.resource | {"obj", "attr"} for t in filled.get(s, ())] + where_run(cue, filled)
        kinds = cue.object_kinds
        if MONEY in kinds and any(map(is_sum, filled.get("obj", ()))):
            return True
        if cue.relation == "acquire":  # who presses for a minerals deal does not yet want the minerals
            fillers = [t for t in fillers if t.lemma_.lower() not in reader.vocab.words("agreement-nouns")]
        named = (r for t in fillers for r in reader.resources(t) or _counted(cue, t, reader))
        return any(reader.vocab.is_kind(r.term or "", kinds) for r in named) or (kinds >= _WORKS and _asset(filled, reader))
    return True


def _no_price(cue: Cue, token: Token, filled: Slots, reader: Reader) -> bool:
    """Does a word that can tell of prices tell none here?"""
    if cue.relation == "value" and (cue.frame.id in _QUOTED or filled.get("dative")) and _sells(token, reader):
        return True  # "sold its stake for $2 billion" is a sale
    if cue.relation == "value" and cue.words[0] == "be" and not any(map(is_amount, token.subtree)):
        return True  # "power is down" tells no price, "gold is down 2 percent" does
    risen = filled.get("subj", ()) if cue.relation == "value" and cue.pos == "verb" else ()
    if any(is_works(reader.block.referent(t), reader.vocab) for t in risen):
        return True  # a mine that collapses has lost no price
    if cue.frame.id == "frame/move" and risen and not any(_priced(t, reader) for t in risen):
        return True  # "horse flies hovered", "oil workers jumped"
    # "Lower tariffs" tell no price, "with silver up 2 percent" does.
    return cue.relation == "value" and cue.pos == "adjective" and token.i < token.head.i


def _becomes(verb: Token, cue: Cue, vocab: Vocabulary) -> bool:
    """Does the verb only say what its subject becomes: "went missing | after the blast" goes after nobody?"""
    beside = (c for c in verb.children if c.i == verb.i + 1 and c.tag_ in ("VBG", "JJ"))
    said = (c for c in beside if c.dep_ in ("acomp", "oprd", "xcomp", "advcl"))
    return verb.lemma_ in vocab.words("becoming-verbs") and any(c.lower_ not in cue.words for c in said)


def _priced(subject: Token, reader: Reader) -> bool:
    """Can it have a price: is it no mere modifier that names a commodity, unless before a price or a measure?"""
    named = [r.mention for r in reader.resources(subject)]
    end = reader.block.offset + subject.idx + len(subject)
    whole = any(mention.start < end <= mention.end for mention in named)
    return whole or is_price(subject, reader.vocab) or subject.pos_ not in ("NOUN", "PROPN") or bool(_of_goods(subject, reader))


def _of_goods(noun: Token, reader: Reader) -> bool:
    """Does it say only in what measure or form goods come: "iron ore cargoes", "wheat exports", "a basket of crudes"?"""
    words = reader.vocab.words
    return noun.lemma_.lower() in words("bare-measures|flow-nouns|short-goods") or any(True for _ in under_of(noun))


def where_run(cue: Cue, filled: Slots) -> list[Token]:
    """At what works the work is that stops or starts, where that stands behind its noun: "output at the mine was halted"."""
    return [t for o in filled.get("obj", ()) for t in under_of(o, ("at", "in"))] if cue.frame.id == "frame/run" else []


def _otherwise(work: Token, reader: Reader) -> bool:
    """Is work none of what a works is there for ("a rescue operation"), or is it said what is made ("copper production")?"""
    if reader.resources(work):
        return True
    before = (c for c in work.children if c.dep_ in ("compound", "amod", "nmod"))
    return work.lemma_.lower() == "operation" and any(c.lower_ not in reader.vocab.words("running-words") for c in before)


def _asset(filled: Slots, reader: Reader) -> bool:
    """Is the object a work by its bare word: "operates four fields", "has plants in Korea"?"""
    assets = reader.vocab.words("asset-nouns")
    return any(t.lemma_.lower() in assets and reader.things(t, 0) for t in filled.get("obj", ()))


def _counted(cue: Cue, noun: Token, reader: Reader) -> list[Referent]:
    """What a measure alone is of: "pumps two million barrels a day"."""
    return left_out(noun, reader) if is_bare(noun, reader) and cue.relation != "value" else []


def is_bare(noun: Token, reader: Reader) -> bool:
    """Is a measure, or "more", said without what it is of: "pumps two million barrels a day", "shipped 900 tonnes to Chad"?"""
    if noun.dep_ not in ("dobj", "nsubjpass") and not (noun.dep_ == "pobj" and noun.head.lower_ in ("with", "for")):
        return False
    lemma = noun.lemma_.lower()
    cubic = lemma in ("metre", "meter") and any(c.lower_ == "cubic" for c in noun.children)
    if not (lemma in reader.vocab.words("bare-measures") or cubic or noun.lower_ in reader.vocab.words("bare-amounts")):
        return False
    return noun.ent_type_ != "MONEY" and not any(
        c.dep_ in ("compound", "nmod", "relcl", "acl") or c.lower_ in ("of", "in", "than") for c in noun.children
    )


def _sells(verb: Token, reader: Reader) -> bool:
    """Has an active verb of selling an object that is no sum?"""
    sells = verb.lemma_.lower() in reader.vocab.words("selling-words")
    things = (c for c in verb.children if c.dep_ == "dobj" and not is_sum(c))
    return sells and any(not is_amount(c) or any(True for _ in under_of(c)) for c in things)  # "sold 12 tonnes of wheat at …"


def _worded(cue: Cue, filled: Slots, reader: Reader) -> bool:
    """Are object and subject among the words that the cue names, if it names any?"""
    counting = reader.vocab.words("counting-nouns")
    if cue.object_lemmas:
        # "take under administration": the noun stands behind the preposition, whatever the object is.
        behind = cue.pos == "verb" and len(cue.words) == 2 and cue.words[1] in _UNDER and filled.get("obj")
        objects = [t for s in (cue.words[1:] if behind else ("obj", *cue.words[1:])) for t in filled.get(s, ())]
        held = (u for t in objects if is_sum(t) for u in under_of(t, ("in",)))  # "froze $20 million in assets"
        objects += [u for u in held if u.lemma_.lower() in reader.vocab.words("help-nouns")]
        if any(t.lemma_.lower() in reader.vocab.words("penal-terms") for t in objects):  # "got ten years in prison"
            objects += [u for t in objects for u in under_of(t, ("in", "behind"))]
            objects += [*filled.get("in", ()), *filled.get("behind", ())]
        said = ("oprd", "attr", "acomp", "ccomp") if cue.words == ("be",) else ("oprd", "ccomp")
        objects += [t for t in filled.get("attr", ()) if t.dep_ in said]  # "called him a traitor", "says he is one"
        if not any(_lemma_in(t, cue.object_lemmas, counting) for t in objects):
            return False
    return not cue.subject_lemmas or any(_lemma_in(t, cue.subject_lemmas, counting) for t in filled.get("subj", ()))


def _of_sort(cue: Cue, filled: Slots, reader: Reader) -> bool:
    """Is one of the objects a person, a sum or anybody at all, where the cue asks for it?"""
    if not cue.object_is:
        return True
    objects = [t for s in ("obj", *cue.words[1:]) for t in filled.get(s, ())]
    return (
        ("sum" in cue.object_is and any(map(is_sum, objects)))
        or ("person" in cue.object_is and any(is_somebody(t, reader) for t in objects))
        or ("actor" in cue.object_is and any(reader.actors(t) for t in objects))
        or ("costed" in cue.object_is and any(map(is_costed, objects)))
        or ("bloc" in cue.object_is and any(_is_bloc(t, reader) for t in objects))
        or ("land" in cue.object_is and any(_is_land(t, reader) for t in objects))
    )


def _is_land(token: Token, reader: Reader) -> bool:
    """Is it a place or a state by its name: "Greenland", "most of Gaza"?"""
    named = [token, *under_of(token)] if token.lemma_.lower() in reader.vocab.words("partitives") else [token]
    found = [r for t in named for r in (reader.block.referent(t), *reader.actors(t))]
    known = (reader.vocab.entities.get(r.entity or "") for r in found)
    return any(r.kind is Kind.PLACE for r in found) or any(e is not None and e.type is ActorType.STATE for e in known)


def is_somebody(token: Token, reader: Reader) -> bool:
    """Is it a person of name or office ("Savimbi", "his counterpart", "him"), not some of the people?"""
    for referent in reader.actors(token, places=False):
        role = reader.vocab.roles.get(referent.mention.head)
        office = role is not None and role.type is ActorType.PERSON and acts_in(referent, reader) in ("GOV", "IGO", "REB", "OPP")
        if (referent.person and (referent.mention.name or token.tag_ == "PRP") and not referent.plural) or office:
            return True
    return False


def is_sum(token: Token) -> bool:
    """Is it a sum of money: "$10 billion", "200 million euros"?"""
    return token.ent_type_ == "MONEY" or any(c.tag_ == "$" for c in token.children)


def _is_bloc(token: Token, reader: Reader) -> bool:
    """Is it a body of states by its name: "NATO", "the European Union"?"""
    known = (reader.vocab.entities.get(r.entity or "") for r in reader.actors(token, places=False))
    return any(entity is not None and entity.type is ActorType.INTERNATIONAL for entity in known)


def is_costed(token: Token) -> bool:
    """Is it told how much money it comes to: "a $3 billion package", "a loan of €2 billion", "a fund worth 2 billion euros"?"""
    if is_sum(token):
        return False
    beside = (t for t in token.subtree if t != token and (t.ent_type_ == "MONEY" or t.tag_ == "$"))
    return any(token in (t.head, t.head.head, t.head.head.head) for t in beside)


def in_whom(share: Token) -> Iterator[Token]:
    """What a share is of: "39 percent of the mine", "a stake in TechMet", "a TechMet stake"."""
    yield from under_of(share, ("of", "in"))
    yield from (c for c in share.children if c.dep_ == "compound" and c.pos_ == "PROPN")


def limited(flow: Token, vocab: Vocabulary) -> bool:
    """Is a flow but that of somebody or of some sort ("its exports", "retail sales"), not all of it ("the official exports")?"""
    whole = vocab.words("whole-adjectives")
    return any(c.dep_ == "poss" or (c.dep_ == "amod" and c.lower_ not in whole) for c in flow.children)


def is_amount(token: Token) -> bool:
    """Is it a measure, which does nothing itself: "cut output by 20 percent", "by half", "by end of 2027"?"""
    of_number = any(g.tag_ == "CD" for c in token.children if c.lower_ == "of" for g in c.children)
    return token.ent_type_ in ("PERCENT", "QUANTITY", "CARDINAL", "MONEY", "DATE", "TIME") or token.like_num or of_number


def is_no_date(token: Token) -> bool:
    """Is it anything but a date or a time of day?"""
    return token.ent_type_ not in ("DATE", "TIME")


def acts_in(referent: Referent, reader: Reader) -> str | None:
    """The sector in which somebody acts, as far as the words tell; a place stands for its government."""
    entity = reader.vocab.entities.get(referent.entity or "")
    if entity is not None and entity.type is ActorType.STATE and referent.plural:
        return "CIV"  # Algerians, not Algeria
    if entity is not None:
        return entity.sector.value if entity.sector else ("GOV" if entity.type is ActorType.STATE else None)
    if referent.kind is Kind.PLACE:
        return "GOV"
    words = [referent.label, referent.mention.head, *(w.lower().strip(",") for w in referent.mention.text.split())]
    if "armed" in words and (r := reader.vocab.roles.get(referent.mention.head)) and r.sector in (None, Sector.CIV):
        return "REB"  # "armed men"
    role = next((r for w in words if (r := reader.vocab.roles.get(w))), None)
    if role is None or role.sector is not None:
        return role.sector.value if role and role.sector else None
    return "GOV" if role.basis is Basis.ACTS_FOR else None


def _stands(slot: str, token: Token, filled: Slots) -> bool:
    """Is a part of the clause there, be it a particle? A date behind a preposition only says when."""
    if any(slot == "obj" or is_no_date(t) for t in filled.get(slot, ())) or _has_clause(token, slot):
        return True
    return any(c.dep_ == "prt" and c.lower_ == slot for c in token.children)


def _has_clause(token: Token, slot: str) -> bool:
    if slot == "result":  # "…, allowing trade to resume" tells what comes of an act
        return token.dep_ == "advcl" and token.tag_ == "VBG" and not any(c.dep_ in ("mark", "aux") for c in token.children)
    if slot == "said":  # "says that Uganda broke the truce"
        return _told_of(token)
    if slot == "undergone":  # "Uganda is to blame"
        bare = token.dep_ == "xcomp" and token.head.pos_ == "AUX" and not any(c.dep_ in ("dobj", "auxpass") for c in token.children)
        return bare and infinitive(token)
    if slot == "settled":  # "negotiated a deal" has one, "is negotiating a deal" has not
        return token.tag_ in ("VBD", "VBN")
    if slot == "subjunctive":
        return any(c.dep_ == "ccomp" and _wished(c, token) for c in token.children)
    if slot == "attr":  # "leaving 42 others injured", "was found dead"
        return any(c.dep_ in ("xcomp", "oprd", "acomp") and c.tag_ in ("VBN", "JJ") for c in token.children)
    before = "from" if slot == "liberty" else slot  # "bars her from running"
    if any(c.dep_ == "prep" and c.lower_ == before and any(g.dep_ == "pcomp" for g in c.children) for c in token.children):
        return True  # "suspects him of lying"
    slot = "inf" if slot == "outcry" else slot
    if slot == "inf" and token.pos_ == "NOUN":  # "warnings from China to cancel the visit"
        return any(c.dep_ == "acl" and infinitive(c) for c in token.children)
    wanted = {"inf": "xcomp", "that": "ccomp"}.get(slot)
    return any(c.dep_ == wanted or (slot == "inf" and purposed(c, token)) for c in token.children)


def _cries_out(verb: Token, aims: frozenset[str]) -> bool:
    """Do people come together to speak up for or against something: "gathered to demand a deal", not "to watch the match"?"""
    purposes = (c for c in verb.children if c.dep_ in ("advcl", "xcomp") and infinitive(c))
    return any(t.lemma_.lower() in aims for c in purposes for t in (c, *c.conjuncts))


def _kept_from(verb: Token, liberties: frozenset[str]) -> bool:
    """Is somebody kept from what people are free to do: "barred her from running", not "from exporting gold"?"""
    clauses = (g for c in verb.children if c.dep_ == "prep" and c.lower_ == "from" for g in c.children if g.dep_ == "pcomp")
    return any(g.lemma_.lower() in liberties for g in clauses)


def _told_of(verb: Token) -> bool:
    """Is it told in a clause of what somebody says, or put in between commas or in quotation marks?"""
    top = verb
    while top.dep_ in ("xcomp", "conj") and top.head.pos_ in ("VERB", "AUX"):
        top = top.head
    return (top.dep_ == "ccomp" and top.head.pos_ == "VERB") or any(c.dep_ == "parataxis" for c in top.children)


def purposed(clause: Token, verb: Token) -> bool:
    """The infinitive of what is wanted, which the parser may take for a clause of its own: "leaned on Baghdad to cut imports"."""
    return infinitive(clause) and (clause.dep_ == "ccomp" or (clause.dep_ == "advcl" and clause.i > verb.i and clause.tag_ == "VB"))


def _undergoes(have: Token) -> bool:
    """Is something done with what somebody has, or has he it done: "had their land seized", "to have its gas supplied by"?"""
    done = [c for c in have.children if c.dep_ in ("ccomp", "xcomp") and c.tag_ == "VBN" and c.i > have.i]
    done = [c for c in done if not any(a.dep_ in ("aux", "mark") for a in c.children)]
    if any(o.dep_ in ("nsubj", "nsubjpass") for c in done for o in c.children):
        return True
    own = (c for c in have.children if c.dep_ == "dobj" and any(p.dep_ == "poss" and p.tag_ == "PRP$" for p in c.children))
    return any(a.dep_ == "acl" and a.tag_ == "VBN" for c in own for a in c.children)  # as the parser sees it more often


def _by_nobody(clause: Token) -> bool:
    """Does a clause say what somebody underwent and not by whom: "alleged that he was poisoned" blames nobody?"""
    return is_passive(clause) and not any(c.dep_ == "agent" for c in clause.children)


def _wished(clause: Token, verb: Token) -> bool:
    """Does a that-clause say what ought to be, by its mood or a modal: "insists that gas be piped", "that X should go"?"""
    auxiliary = [c for c in clause.children if c.dep_ in ("aux", "auxpass")]
    first = auxiliary[0] if auxiliary else clause
    shifted = clause == first and clause.tag_ == "VBP" and verb.tag_ == "VBD"  # "suggested that the bishops mediate"
    bare = (
        (first.tag_ == "VB" or shifted) and first.lower_ != "to" and any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)
    )
    return clause.i > verb.i and (bare or first.lower_ in ("must", "should", "ought"))


@lru_cache(maxsize=4096)
def _heads_of(lemmas: frozenset[str]) -> frozenset[str]:
    """The first words of those terms that have an "of" inside."""
    return frozenset(term.partition(" of ")[0] for term in lemmas if " of " in term)


def _lemma_in(token: Token, lemmas: frozenset[str], counting: frozenset[str]) -> bool:
    lemma = token.lemma_.lower()
    if lemma in lemmas:
        return True
    before = (c.lower_ for c in token.children if c.dep_ in ("compound", "amod", "nmod"))
    if any(f"{word} {lemma}" in lemmas for word in before):  # "a 13 percent carried interest" too
        return True
    if lemma in _heads_of(lemmas) and any(f"{lemma} of {t.lemma_.lower()}" in lemmas for t in under_of(token)):
        return True  # "an act of war", "a vote of no confidence"
    if token.pos_ == "PROPN":  # "the bloc IGAD", "the rebel group M23": what stands before the name says what it is
        classes = (c for c in token.lefts if c.tag_ == "NN" and c.dep_ in ("compound", "nmod", "appos"))
        if any(c.lemma_.lower() in lemmas for c in classes):
            return True
    counted = is_sum(token) or token.ent_type_ in ("DATE", "TIME", "CARDINAL") or token.pos_ == "NUM" or lemma in counting
    return counted and any(_lemma_in(t, lemmas, counting) for t in under_of(token))
