"""Which cue fits each word of a sentence best, and which parts of the clause it then has."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.arguments import Slots, merge, noun_slots, slots, verb_slots
from kg.extract.conditions import acts_in, is_no_date, is_sum, meets
from kg.extract.found import CONTENT_RELATIONS, RESOURCE_BOUND
from kg.extract.lexicon import Lexicon, words_of
from kg.extract.mentions import Referent
from kg.extract.modality import climb
from kg.extract.reader import Reader, under_of
from kg.extract.roles import fill
from kg.extract.tokens import Span, Token
from kg.vocab import Cue

# Slots of a noun that stay its own when its prepositions are read with the verb above it.
_OWN_SLOTS = frozenset({"poss", "amod", "compound", "of", "obj", "subj", "self", "that"})


@dataclass(frozen=True)
class Chooser:
    """Chooses the cues of a sentence."""

    lexicon: Lexicon
    reader: Reader

    def choose(self, sent: Span) -> dict[int, tuple[Token, Cue]]:
        """The cue that fits each word best; a noun that completes a verb's cue ("sign a deal") has none of its own."""
        chosen: dict[int, tuple[Token, Cue]] = {}
        idiomatic: set[int] = set()
        present = words_of(sent)
        for token in sorted(sent, key=lambda t: t.pos_ in ("NOUN", "PROPN")):
            if token.i in idiomatic or self.inert(token):
                continue
            cues = self.lexicon.cues(token, present)
            if not cues:
                continue
            filled = slots(token)
            cue = self._fitting(cues, token, filled)
            if cue is None:
                continue
            chosen[token.i] = (token, cue)
            idiomatic.update(_idiom(cue, filled))
        return chosen

    def _fitting(self, cues: list[Cue], token: Token, filled: Slots) -> Cue | None:
        """The first cue whose conditions are met; one whose thing is nowhere named yields to the next that has what it needs."""
        fit = (c for c in cues if self._meets(c, token, filled) and self._acted(c, token, filled))
        first = next(fit, None)
        if first is None:
            return None
        asked = first.specificity
        if not any(c.relation in RESOURCE_BOUND for c in cues if c.specificity == asked):
            return first  # the conditions of the others need not be tested
        others = list(fit)
        rivals = [first, *(c for c in others if c.specificity == asked)]
        if not others or not any(c.relation in RESOURCE_BOUND for c in rivals):
            return first
        context = climb(token, self.lexicon, {})
        lent = merge(filled, context.lent)
        # Of two senses that ask for as much, that of a thing which is named comes first: "meet the demand for gas".
        ordered = sorted(rivals, key=lambda c: c.relation not in RESOURCE_BOUND) + [c for c in others if c.specificity != asked]
        for cue in ordered:
            if cue.relation not in RESOURCE_BOUND or fill(cue, token, merge(lent, {}), context.subject, self.reader).resources:
                return cue
        return first

    def _meets(self, cue: Cue, token: Token, filled: Slots) -> bool:
        """Are a cue's conditions met, by what hangs on the object too ("lodged a protest | with China")?"""
        own = with_particle(cue, token, filled)
        if meets(cue, token, own, self.reader):
            if not cue.lacks or cue.pos != "verb":
                return True
            whole = merge(own, {})
            inherit(token, cue, whole, self.lexicon)  # "paid $2 billion | for the mine" has its "for"
            return meets(cue, token, whole, self.reader)
        if not cue.needs or cue.pos != "verb":
            return False
        whole = merge(own, {})
        inherit(token, cue, whole, self.lexicon)
        return meets(cue, token, whole, self.reader)

    def _acted(self, cue: Cue, token: Token, filled: Slots) -> bool:
        """Is one of the actors of a sector that the cue asks for, if it asks for any?"""
        if not cue.actor_sectors:
            return True
        context = climb(token, self.lexicon, {})
        roles = fill(cue, token, merge(filled, context.lent), context.subject, self.reader)
        acting = [r for r in roles.actors if not (cue.relation == "assault" and _serves(r, self.reader))]
        return any(acts_in(r, self.reader) in cue.actor_sectors for r in acting)

    def inert(self, token: Token) -> bool:
        """Words inside names, and nouns that only modify another ("peace talks agenda"), tell nothing of their own."""
        if token.pos_ not in ("VERB", "NOUN", "PROPN", "ADJ", "AUX"):
            return True
        name = self.reader.block.names.get(token.i)
        if name or token.ent_type_ in ("PERSON", "GPE", "NORP", "DATE", "TIME") or token.dep_ == "compound":
            return True
        if token.ent_type_ in ("ORG", "FAC", "LAW", "WORK_OF_ART") and token.pos_ == "PROPN" and not _title_case(token.sent):
            return True
        if (token.pos_ == "PROPN" and _named_event(token)) or _titled(token):
            return True
        if token.pos_ == "NOUN" and _fixed(token, self.lexicon.words("fixed-compounds")):
            return True
        if self.lexicon.in_phrase(token) or _linking(token):
            return True
        thing = self.reader.block.resources.get(token.i)
        if thing is not None and token.pos_ == "ADJ" and thing.end - thing.start > 1:
            return True  # in "the salt flat" no price is flat
        return token.pos_ == "VERB" and (token.dep_ == "amod" or _as_noun(token))


def _as_noun(verb: Token) -> bool:
    """Is a participle a noun: "visiting the wounded in hospital"?"""
    return verb.tag_ in ("VBN", "VBD") and verb.dep_ in ("dobj", "pobj") and any(c.dep_ == "det" for c in verb.children)


def _linking(verb: Token) -> bool:
    """Does a verb only link what stands behind it: "following talks, he left", "let's talk"?"""
    if verb.lower_ == "following":
        return verb.dep_ in ("prep", "advcl", "acl") and not any(c.dep_ in ("nsubj", "aux", "mark") for c in verb.children)
    after = verb.nbor(1).lower_ if verb.lower_ == "let" and verb.i + 1 < len(verb.doc) else ""
    return after in ("'s", "’s", "us") and not any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)


def _fixed(noun: Token, compounds: frozenset[str]) -> bool:
    """Is it the last word of a compound that means something else: "a press release", "a heart attack"?"""
    return any(c.dep_ == "compound" and f"{c.lower_} {noun.lemma_.lower()}" in compounds for c in noun.children)


def _serves(referent: Referent, reader: Reader) -> bool:
    """Are they people in civil service, who lay down their work and no fire: "a strike by customs inspectors"?"""
    return referent.plural and referent.entity is None and referent.person and acts_in(referent, reader) == "GOV"


def _idiom(cue: Cue, filled: Slots) -> list[int]:
    """The nouns that complete a verb's cue: its object, what is behind its preposition ("put up for sale"), what is before them."""
    concluded = cue.relation == "agree" and cue.pos == "noun" and len(cue.words) > 1  # "the conclusion of a contract"
    if not (cue.pos == "verb" or concluded) or not cue.object_lemmas:
        return []
    things = [t for o in filled.get("obj", ()) for t in (o, *under_of(o))]  # "a series of bombs" too
    if cue.relation not in CONTENT_RELATIONS:  # what is called for is an act of its own
        things += [t for word in cue.words[1:] for t in filled.get(word, ())]
    found = []
    for thing in things:
        before = [c for c in thing.children if c.dep_ == "compound" and f"{c.lower_} {thing.lemma_.lower()}" in cue.object_lemmas]
        if before or thing.lemma_.lower() in cue.object_lemmas:
            found += [thing.i, *(t.i for t in before)]
    return found


def with_particle(cue: Cue, token: Token, filled: Slots) -> Slots:
    """What the parser hangs on a verb's particle is the verb's object: "cut off | Moldova".

    Where the thing itself goes or rises, the subject of what governs the verb is it: "gas began to flow to Egypt".
    """
    if "subj" in cue.frame.resource and cue.pos == "verb" and token.dep_ == "xcomp" and not filled.get("subj"):
        above = verb_slots(token.head) if token.head.pos_ == "VERB" else slots(token.head)
        filled = merge(filled, {"subj": above.get("obj", []) or above.get("subj", [])})
    if cue.pos != "verb" or filled.get("obj"):
        return filled
    slots_of_frame = cue.frame.actor | cue.frame.target | cue.frame.resource | cue.frame.content
    # A preposition that is a slot of its own is the particle where the cue's own noun stands behind it: "handed in | weapons".
    particle = next(
        (
            w
            for w in cue.words[1:2]
            if filled.get(w) and (w not in slots_of_frame or any(t.lemma_.lower() in cue.object_lemmas for t in filled[w]))
        ),
        None,
    )
    return merge(filled, {"obj": filled[particle]}) if particle else filled


def inherit(token: Token, cue: Cue, filled: Slots, lexicon: Lexicon) -> None:
    """Prepositions that hang on the object of a predicate rather than on it ("impose tariffs on steel")."""
    names = ("obj", *cue.words[1:]) if cue.pos == "verb" else ("of",)
    names = ("subj",) if cue.frame.id == "frame/move" else names  # "copper on the London Metal Exchange rose"
    things = [t for name in names for t in filled.get(name, ())]
    things += [
        c
        for t in things
        for p in t.children
        if p.dep_ == "prep" and (p.lower_ == "of" or (p.lower_ == "in" and is_sum(t)))  # "$50 million in aid | for Moldova"
        for c in p.children
    ]
    if cue.pos == "verb" and any(map(is_sum, filled.get("obj", ()))):
        kinds = lexicon.words("resumes-aid|help-nouns")
        things += [t for t in filled.get("in", ()) if t.lemma_.lower() in kinds]  # the parser may hang "in aid" on the verb
    for aimed in (c for t in (*things, token) if t.pos_ == "NOUN" for c in t.rights if c.dep_ == "acl"):
        if aimed.lemma_ in lexicon.words("aiming-verbs") and not filled.get("against") and cue.relation != "support":
            inner = verb_slots(aimed)  # "sanctions targeting Russian firms"
            filled["against"] = [*inner.get("obj", ()), *inner.get("at", ())] if aimed.tag_ == "VBG" else list(inner.get("at", ()))
    received = "of" in cue.frame.actor and "subj" in cue.frame.target | cue.frame.resource
    beside = lexicon.words("grounds-nouns")  # "lifted the ban on fish on humanitarian grounds"
    support = cue.relation == "support"  # who backs sanctions against somebody does not back him
    for thing in things:
        undergone = cue.relation == "request" and thing.lemma_.lower() in lexicon.words("undergone-nouns")
        for slot, fillers in noun_slots(thing).items() if thing.pos_ in ("NOUN", "ADJ") or is_sum(thing) else ():
            lends = cue.pos == "verb" and (slot in cue.words[2:] or (slot == "of" and received))  # "won the backing of Chad"
            lends = lends or (
                slot == "of" and cue.frame.id == "frame/bring" and thing.lemma_.lower() in lexicon.words("trying-nouns")
            )
            lends = lends or (slot in ("of", "compound") and cue.frame.id == "frame/enter")  # "membership of the EU"
            barred = (slot in _OWN_SLOTS and not lends) or (slot in ("on", "over") and cue.frame.id == "frame/voice")
            barred = barred or (slot == "of" and undergone) or (slot == "against" and support)
            # Where the victims come from is not who harmed them.
            barred = barred or (slot == "from" and cue.frame.id in ("frame/harm", "frame/affect"))
            if not barred and not any(is_no_date(t) and t.lemma_.lower() not in beside for t in filled.get(slot, ())):
                filled[slot] = list(fillers)


def _titled(noun: Token) -> bool:
    """Is it a word of a title in quotes: "a programme called 'A Tribute to the Fallen'"?"""
    if noun.pos_ != "NOUN" or noun.text[:1].islower() or noun.i == noun.sent.start or _title_case(noun.sent):
        return False
    before = noun.sent.doc[max(noun.sent.start, noun.i - 3) : noun.i]
    return any(t.text in ('"', "“", "‘", "'") for t in before)


def _named_event(token: Token) -> bool:
    """Is the noun the head of a proper name ("the Green New Deal", "the Paris Agreement")? It names a thing, and tells no act."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    return before is not None and before.pos_ == "PROPN" and before.head == token and not _title_case(token.sent)


def _title_case(sent: Span) -> bool:
    """Is the sentence a headline, most of whose longer words are capitalised?"""
    words = [t for t in sent if t.is_alpha and len(t) > 3]
    return len(words) > 2 and sum(t.text[:1].isupper() for t in words) > 0.7 * len(words)
