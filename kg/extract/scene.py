"""Where an act takes place, whose law, court or prison a sentence tells of: whose are those who are only said to be there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.coordination import first_conjunct
from kg.extract.governor import verb_above
from kg.extract.mentions import Block, Kind, Referent
from kg.extract.tokens import Token
from kg.model import ActorType, Sector
from kg.vocab import RoleNoun, Vocabulary

if TYPE_CHECKING:
    from kg.extract.coref import Discourse

# Acts of force have a scene, whose the people in it are.
_SCENIC = frozenset({"assault", "coerce", "protest"})

# Those who fight their own state.
_FIGHTING = frozenset({Sector.REB, Sector.OPP})


def state_of(referent: Referent, vocab: Vocabulary) -> str | None:
    """The stakeholder's id of a referent, as far as its words tell."""
    entity = vocab.entities.get(referent.entity or "")
    if entity is not None:
        top, _ = vocab.stakeholder_of(entity, None)
        return top.id
    for owner in referent.mention.owners:
        for sense in vocab.names.get(owner, ()):
            return vocab.top_of(sense.actor).id
    return None


def scene_of(token: Token, near: list[tuple[str, Token]], vocab: Vocabulary) -> str | None:
    """The state of the place of an act of force, whose the people in it are: "struck a terminal in Izmail, killing two dockers".

    Where the subject is from ("traders in Chad") is not where the act is.
    """
    clauses = list(_clauses(token))
    if not any(forceful(verb, vocab) or _event(verb, vocab) is not None for verb in clauses):
        return None
    for verb in clauses:
        for name, place in near:
            there = behind_place(place, vocab) or _stormed(place, verb, token, vocab)
            happens = there and _happens(place, verb)
            if (happens or _shelled(place, verb, vocab)) and (state := state_named(name, vocab)):
                return state
    return None


def _event(verb: Token, vocab: Vocabulary) -> Token | None:
    """The attack that is itself the subject of a verb: "the shelling of Goma led to nine deaths"."""
    nouns = (c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN")
    return next((t for t in nouns if vocab.evokes("noun", t.lemma_, ("assault",))), None)


def _shelled(place: Token, verb: Token, vocab: Vocabulary) -> bool:
    """Is it the place of an attack of which a verb tells what came of it?"""
    event, top = _event(verb, vocab), _whole(place, vocab)
    return event is not None and top.dep_ == "pobj" and top.head.head == event and top.head.lower_ in ("of", "on", "in", "at")


def _stormed(place: Token, verb: Token, token: Token, vocab: Vocabulary) -> bool:
    """Is a place or a state itself struck or entered by those who then harm somebody: "shell Lviv, wounding nine others"?

    So it is behind the noun of the act: "carry out airstrikes against Sudan, killing six". Those who do it are not of there.
    """
    if any(t.dep_ in ("nsubj", "agent") and t.head == verb for t in (token, *token.ancestors)):
        return False
    top = _whole(place, vocab)
    if top.dep_ in ("dobj", "nsubjpass"):
        return top.head == verb and top.i != token.i
    if top.dep_ == "pobj" and top.head.lower_ in ("into", "onto") and top.head.head == verb:
        return verb.lemma_.lower() in vocab.words("impact-verbs")  # "missiles crash into homes in Aleppo, killing nine"
    noun = top.head.head if top.dep_ == "pobj" and top.head.lower_ in ("against", "on") else None
    return noun is not None and vocab.evokes("noun", noun.lemma_, ("assault",))


def among_struck(token: Token, block: Block, vocab: Vocabulary) -> str | None:
    """The people into whom somebody drives or fires, whose the hurt are: "rams into Thai shoppers, injuring two children"."""
    verb = token.head
    if token.dep_ != "dobj" or verb.dep_ != "advcl" or verb.tag_ != "VBG" or not forceful(verb, vocab):
        return None
    if any(c.dep_ in ("amod", "compound") and c.i in block.names for c in token.children):
        return None
    hit = (g for c in verb.head.children if c.dep_ == "prep" and c.lower_ in ("into", "at", "on") for g in c.children)
    for group in (*(c for c in verb.head.children if c.dep_ == "dobj"), *hit):
        role = vocab.roles.get(group.lemma_.lower())
        if group.tag_ != "NNS" or role is None or role.type not in (ActorType.PERSON, ActorType.POPULATION):
            continue
        for people in (c for c in group.lefts if c.dep_ == "amod" and c.ent_type_ == "NORP"):
            if (found := block.names.get(people.i)) and (state := state_named(found.name, vocab)):
                return state
    return None


def is_victim(token: Token, vocab: Vocabulary) -> bool:
    """Is it somebody whom others kill or wound, which tells not whose he is? Rebels whom an army kills mostly are of its state."""
    first, role = first_conjunct(token), vocab.roles.get(token.lemma_.lower())
    if role is not None and role.sector in _FIGHTING:
        return False
    if first.dep_ not in ("dobj", "nsubjpass"):
        return False
    cues = vocab.cues.get(("verb", first.head.lemma_.lower()), ())
    return any(cue.relation == "assault" and not cue.object_lemmas for cue in cues)


def with_doers(name: Token, token: Token) -> bool:
    """Does a name stand with those who harm somebody, in his clause or in one of which it tells more?"""
    verbs = list(_clauses(token))
    return any(above.head in verbs and above.dep_ in ("nsubj", "agent") for above in (name, *name.ancestors))


def held_by(discourse: Discourse, block: Block, token: Token) -> str | None:
    """The state that tries, sentences, bans or appoints people without a nationality: they are in its hands.

    "Iran executes a man", "a man was arrested by the Thames Valley Police".
    """
    vocab, verb = discourse.vocab, token.head
    named = token.dep_ == "dobj" and verb.lemma_.lower() in vocab.words("appointing-verbs")  # "appointed a trustee"
    mercy = token.dep_ == "dative" and any(c.dep_ == "dobj" and c.lemma_ in vocab.words("mercy-nouns") for c in verb.children)
    held = token.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in vocab.words("custody-verbs")
    if not (mercy or held or named):
        return None
    subjects = ([c for c in t.children if c.dep_ == "nsubj"] for t in (verb, *verb.ancestors))
    papers = vocab.words("edict-nouns")  # who signs "a law that jails children" jails them by it
    doing = (s for s in subjects if s and not any(t.tag_ == "WDT" and t.head.head.lemma_.lower() in papers for t in s))
    holding = next(doing, [])
    if token.dep_ == "nsubjpass":
        holding = [t for c in verb.children if c.dep_ == "agent" for t in c.children if t.dep_ == "pobj"]
    for subject in holding:
        for referent in discourse.referents(block, subject):
            state = vocab.entities.get(state_of(referent, vocab) or "")
            if state is not None and state.type is ActorType.STATE:
                return state.label
    return None


def governed(token: Token, block: Block, vocab: Vocabulary) -> str | None:
    """The state whose law, court or plan the clause that somebody stands in tells of: "a Polish law that lets farmers hunt".

    Not whose weapon, army or agent it is that harms him, nor whose people are before the clause.
    """
    if is_victim(token, vocab):
        return None
    for noun in token.ancestors:
        if noun.dep_ in ("advcl", "conj"):
            return None
        if noun.pos_ != "NOUN" or noun.lemma_.lower() not in vocab.words("paper-nouns|rule-nouns"):
            continue
        for child in noun.lefts:
            if child.dep_ in ("amod", "compound", "poss", "nmod") and (found := block.names.get(child.i)):
                if state := state_named(found.name, vocab):
                    return state
    return None


def local(token: Token, near: list[tuple[str, Token]], vocab: Vocabulary) -> str | None:
    """The state last named before those who are "local": "flew to Malta to train with local crews"."""
    if not any(c.dep_ == "amod" and c.lower_ in vocab.words("local-adjectives") for c in token.children):
        return None
    before = [name for name, t in near if t.i < token.i and t.dep_ == "pobj" and t.head.lower_ != "from"]
    return next((state for name in reversed(before) if (state := state_named(name, vocab))), None)


def _clauses(token: Token) -> Iterator[Token]:
    """The verb under which a word stands, and those of whose act it tells more: "struck …, killing two"."""
    verb = clause_of(token)
    while verb.pos_ in ("VERB", "AUX"):
        yield verb
        own = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
        if verb.dep_ not in ("advcl", "conj", "xcomp") or own or verb.head.pos_ not in ("VERB", "AUX"):
            return
        verb = verb.head


def forceful(verb: Token, vocab: Vocabulary) -> bool:
    """Can a verb tell an act of force or a protest?"""
    return vocab.evokes("verb", verb.lemma_, _SCENIC)


def _happens(place: Token, verb: Token) -> bool:
    """Does a place stand with a verb or what it is done to, not with who does it?"""
    for above in place.ancestors:
        if above == verb:
            return True
        if above.dep_ == "nsubj" or above.pos_ in ("VERB", "AUX"):
            return False
    return False


def clause_of(token: Token) -> Token:
    """The verb under which a word stands."""
    return verb_above(token) or token


def of_clause(place: Token) -> bool:
    """Does a place say where the act is, not where somebody is from ("traders in Chad bought gold from the rebels")?"""
    first = next((t for t in place.ancestors if t.dep_ == "prep"), None)
    return first is not None and first.head.pos_ in ("VERB", "AUX")


def fronted(place: Token, token: Token) -> bool:
    """Does a sentence begin with the place: "In Spain, too, growers drove into the capitals"?"""
    first = next((t for t in place.ancestors if t.dep_ == "prep" and t.head.pos_ in ("VERB", "AUX")), None)
    return first is not None and first.i == place.sent.start and place.i < token.i and first.head in token.ancestors


def fronted_lands(people: Token) -> Iterator[Token]:
    """The first of the lands with which a clause begins, whose people act: "In Spain and Greece growers blocked roads"."""
    if people.dep_ != "nsubj" or people.pos_ != "NOUN":
        return
    for tie in people.head.lefts:
        if tie.dep_ == "prep" and tie.lower_ == "in" and tie.i == people.sent.start:
            yield from (t for t in tie.children if t.dep_ == "pobj" and t.ent_type_ == "GPE")


def behind_place(token: Token, vocab: Vocabulary) -> bool:
    """Does the name stand behind a preposition of place, itself or as an apposition ("in Narena, Mali", "at a Lagos school")?"""
    token = _whole(token, vocab)
    inside = vocab.words("place-prepositions") - {"from", "to", "into"}
    if token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lemma_.lower() in vocab.words("route-nouns"):
        return True  # "on the road to Bamako"
    if token.dep_ == "compound" and token.head.lemma_.lower() in vocab.words("house-nouns|gathering-nouns"):
        place = vocab.place_called(token.text)  # no state, whose the house would be: "at a US base"
        token = token.head if place is not None and place.country is not None else token
    return token.dep_ == "pobj" and token.head.lower_ in inside


def _whole(token: Token, vocab: Vocabulary) -> Token:
    """The head of the phrase of a place: "town" of Lebanese and of Tyre in "the Lebanese town of Tyre"."""
    places = vocab.words("place-nouns")
    while True:
        above = token.head
        inside = token.dep_ in ("compound", "nmod") and above.pos_ == "PROPN"
        people = token.dep_ in ("amod", "compound") and above.lemma_.lower() in places
        if token.dep_ in ("appos", "conj", "npadvmod") or inside or people:
            token = above
        elif token.dep_ == "pobj" and above.lower_ == "of" and above.head.lemma_.lower() in places:
            token = above.head
        else:
            return token


def state_named(name: str, vocab: Vocabulary) -> str | None:
    """The label of the state that a name is, or in which the place of that name lies."""
    place = vocab.place_called(name)
    states = [place.country] if place and place.country else [s.actor for s in vocab.names.get(name, ())]
    found = (vocab.entities.get(s) for s in states)
    return next((e.label for e in found if e is not None and e.type is ActorType.STATE), None)


def of_pact(name: Token, vocab: Vocabulary) -> bool:
    """Does a name only say what a pact is about, or from whom one buys: "the Karabakh ceasefire agreement"?"""
    if name.dep_ == "compound" and name.head.lemma_.lower() in vocab.words("agreement-nouns"):
        return True
    first = first_conjunct(name)
    seller = first.dep_ == "pobj" and first.head.lower_ == "from" and first.head.head.pos_ == "VERB"
    return seller and vocab.evokes("verb", first.head.head.lemma_, ("acquire",))


def in_capital(name: Token, vocab: Vocabulary) -> bool:
    """Is it the seat of a government that names a town here: "streets in the Armenian capital Yerevan"?"""
    place = vocab.place_called(name.text)
    return place is not None and place.country is not None and behind_place(name, vocab)


# What officials do with other states.
_ABROAD = ("consult", "request", "accuse", "agree")


def foreign_to(state: Token, official: Token, vocab: Vocabulary) -> bool:
    """Does an official visit, ask or blame it, so that it is none of his: "the minister visited Baku and asked Azerbaijan"?"""
    role, head = vocab.roles.get(official.lemma_.lower()), first_conjunct(official)
    head = head.head if head.dep_ == "appos" else head
    if role is None or role.sector is not Sector.GOV or head.dep_ != "nsubj" or head.head.pos_ != "VERB":
        return False
    verb, first = state.head, first_conjunct(state)
    verbs = [head.head, *(c for c in head.head.children if c.dep_ == "conj")]
    return first.dep_ == "dobj" and verb in verbs and vocab.evokes("verb", verb.lemma_, _ABROAD) and state.pos_ == "PROPN"


def of_strangers(token: Token, role: RoleNoun | None, vocab: Vocabulary) -> bool:
    """Are they others' by what is done to them: diplomats whom a state expels, those on whom it lays sanctions?"""
    above = first_conjunct(token).head
    expelled = token.dep_ == "dobj" and above.lemma_.lower() in vocab.words("expelling-verbs")
    if expelled and role is not None and role.sector is Sector.GOV:
        return True
    above = above.head.head if above.lower_ == "of" else above  # "on the owners of ten firms"
    laid = above.head if above.dep_ == "prep" and above.lower_ in ("on", "against") else above
    return above.pos_ in ("VERB", "ADP") and laid.lemma_.lower() in vocab.words("measures-abroad")


def exchanged(token: Token, block: Block, vocab: Vocabulary) -> str | None:
    """The other side of an exchange or a truce by which captives are freed: "freed 90 prisoners in a swap with Chad"."""
    verb = first_conjunct(token).head
    freed = token.dep_ in ("dobj", "nsubjpass", "conj") and vocab.evokes("verb", verb.lemma_, ("concede",))
    if not freed or token.lemma_.lower() not in vocab.words("captive-states|captive-nouns"):
        return None
    for deal in verb.subtree:
        if deal.lemma_.lower() in vocab.words("agreement-nouns|truce-nouns|exchange-nouns"):
            sides = (g for c in deal.children if c.dep_ == "prep" and c.lower_ == "with" for g in c.children)
            for side in sides:
                if top := vocab.entities.get(state_of(block.referent(side), vocab) or ""):
                    return top.label
    return None


def aboard(discourse: Discourse, block: Block, token: Token) -> tuple[str, ...]:
    """Whose the ship is whose crew somebody is: "seized a Chilean tanker and took its sailors into custody", "freed the crew"."""
    words = discourse.vocab.words
    if token.lemma_.lower() not in words("crew-nouns"):
        return ()
    verb, things = token.head, sorted(discourse.before(block, token), key=lambda e: -e.position)
    things = [e for e in things if e.referent.kind is Kind.RESOURCE]
    taken = token.dep_ == "dobj" and verb.dep_ == "conj" and verb.lemma_.lower() in words("custody-verbs")
    ship = any(c.dep_ == "poss" and c.lower_ in ("its", "their") for c in token.children)
    if taken and not ship:  # "seized two boats and arrested their crew"
        ship = any(c.dep_ == "dobj" and c.lemma_.lower() in words("vessel-nouns") for c in verb.head.children)
    if not ship and token.dep_ in ("dobj", "nsubjpass") and any(c.lower_ == "the" for c in token.lefts):
        things = [e for e in things if e.referent.mention.head in words("vessel-nouns") and e.referent.mention.owners]
        ship = discourse.vocab.evokes("verb", verb.lemma_, ("concede", "coerce"))
    return things[0].referent.mention.owners if ship and things else ()


def mostly_of(group: Token, block: Block, vocab: Vocabulary) -> str | None:
    """The people of whom most of a group are said to be: "freed 12 hostages, most of them Chinese", "miners, mainly Zambians"."""
    end = group.i if group.i + 1 < len(group.doc) and group.nbor(1).text == "," else group.right_edge.i
    behind = [t for t in group.doc[end + 1 : end + 8] if t.sent == group.sent] if group.tag_ == "NNS" else []
    if len(behind) < 3 or behind[0].text != "," or behind[1].lower_ not in vocab.words("whole-quantifiers"):
        return None
    for word in behind[2:]:
        found = block.names.get(word.i)
        if found is not None and word.ent_type_ == "NORP":
            return state_named(found.name, vocab)
        if word.lower_ not in ("of", "them", "whom", "were", "are"):
            return None
    return None
