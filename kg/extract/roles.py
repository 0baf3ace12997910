"""Who is actor, target and resource of a predicate: its frame names the slots, the kind of what fills them decides."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.addressed import by_request, own_people, pressed
from kg.extract.arguments import Slots, slots
from kg.extract.conditions import FORCE, is_amount
from kg.extract.coordination import first_conjunct
from kg.extract.judged import judged, put_out
from kg.extract.lawgivers import issuers_of, lawgivers
from kg.extract.measures import flowing, takers
from kg.extract.mentions import Kind, Referent, is_works
from kg.extract.pairs import paired
from kg.extract.reader import Reader, under_of
from kg.extract.somebody import crowd
from kg.extract.stakes import MODIFIER_SLOTS, Roles, fill_stakes
from kg.extract.struck import wielders
from kg.extract.targets import fill_targets, not_themselves
from kg.extract.tokens import Token
from kg.extract.trade import customers
from kg.extract.voice import is_passive
from kg.extract.words import ARMS, MUTUAL
from kg.model import Sector
from kg.vocab import Cue

ORDER = ("obj-poss", "self", "subj", "poss", "by", "between", "amod", "from", "compound", "of", "in", "obj", "on", "into", "to")

_BECAUSE = frozenset({"due", "because", "owing", "amid", "for", "from"})
_THEIRS = ("its ", "their ", "his ", "her ", "our ")
# What one praises, blames for or gives way in is a resource only where its name is known for one.
_ABOUT_KNOWN = frozenset({"support", "concede", "accuse", "consult", "need"})
_WATERS = frozenset({"resource/water", "resource/territory"})
# Relations of verbs whose object their subject has not made.
_UNMADE = FORCE | {"seize", "acquire", "consult", "possess", "accuse"}


def fill(cue: Cue, token: Token, filled: Slots, subject: list[Token], reader: Reader) -> Roles:
    """Give the fillers of the slots to the roles of the cue's frame."""
    roles = Roles()
    if cue.pos == "noun" and cue.words[-1] in reader.vocab.words("victim-nouns") and not filled.get("of"):
        slain = [t for t in filled.get("compound", ()) if any(r.person and not r.plural for r in reader.modifier(t))]
        if slain:  # "the Khashoggi murder" is done to him, "police killings" are theirs
            filled["of"], filled["compound"] = slain, []
    if cue.pos == "noun" and filled.get("poss") and not filled.get("of") and cue.words[-1] in reader.vocab.words("victim-nouns"):
        filled["of"] = filled.pop("poss")  # "Khashoggi's killing" is done to him
    by_request(cue, token, filled, reader)
    put_out(cue, filled, reader)
    if sides := _sides_named(cue, filled, reader) or paired(cue, token, filled, reader):
        mutual = cue.frame.id == "frame/mutual" or cue.relation in MUTUAL  # a truce is kept by each
        roles.actors, roles.targets = (sides[:1], sides[1:]) if mutual else (list(sides), list(sides))
        fill_stakes(cue, token, filled, reader, roles)
        return roles
    _fill_actors(cue, token, filled, subject, reader, roles)
    bid = cue.relation == "acquire" and bool(cue.object_lemmas & reader.vocab.words("buying-nouns"))
    if not roles.actors and bid and cue.pos == "verb" and is_passive(token):
        roles.actors = [r for t in filled.get("obj-poss", ()) for r in reader.actors(t)]  # "MMG's bid was dropped"
    armed = [r for r in roles.actors if not _is_weapon(r, reader)]
    # "Russian missiles and drones struck a plant": those whose they are
    roles.actors = armed or (_behind(filled.get("subj", ()), cue, token.head, reader) if roles.actors else [])
    relieved = takers(cue, filled, reader, roles)
    fill_stakes(cue, token, filled, reader, roles)
    fill_targets(cue, token, filled, reader, roles)
    roles.targets = roles.targets or relieved or pressed(cue, token, reader, roles) or customers(cue, token, reader, roles)
    roles.resources = roles.resources or flowing(cue, filled, reader)
    own_people(cue, filled, reader, roles)
    _owed_by_owner(cue, filled, reader, roles)
    if cue.pos == "verb" and cue.object_lemmas & reader.vocab.words("buying-nouns"):  # a firm is not bought of itself
        bought = {r.mention.span for r in roles.resources if r.term is None}
        roles.targets = [r for r in roles.targets if r.mention.span not in bought]
    if cue.relation in ("retreat", "seize") and cue.pos == "verb":
        not_themselves(token, filled, reader, roles)
    roles.resources = [r for r in roles.resources if not _is_idle(cue, r, reader)]
    return roles


def _is_idle(cue: Cue, referent: Referent, reader: Reader) -> bool:
    """Is it no thing at stake: "five rebel targets", "the remains of a pilot", "in exchange for"; or the region that is struck?"""
    if referent.term is None:
        return cue.relation in _ABOUT_KNOWN or referent.mention.head in reader.vocab.words("idle-things")
    if cue.relation == "mobilize" and reader.vocab.is_kind(referent.term, _WATERS):  # "will patrol these waters"
        return True
    return referent.term == "resource/areas" and cue.relation in {"assault", *MUTUAL}


def _owed_by_owner(cue: Cue, filled: Slots, reader: Reader, roles: Roles) -> None:
    """Nobody gives to himself: under Washington's draft that "would give it half of Ukraine's revenue" Ukraine gives."""
    papers = reader.vocab.words("agreement-nouns|edict-nouns")
    if cue.relation not in ("supply", "aid") or not any(t.lemma_.lower() in papers for t in filled.get("subj", ())):
        return
    receiving = {reader.discourse.side(r) for r in roles.targets} - {None}
    if not receiving or {reader.discourse.side(r) for r in roles.actors} != receiving:
        return
    things = (u for t in filled.get("obj", ()) for u in (t, *under_of(t)))
    owners = (r for t in things for c in t.children if c.dep_ in ("poss", "amod") for r in reader.modifier(c))
    roles.actors = [r for r in owners if reader.discourse.side(r) not in receiving][:1]


def _sides_named(cue: Cue, filled: Slots, reader: Reader) -> list[Referent]:
    """Between whom that is which a verb of an idiom makes known or mends: "unveiled a pact between Chad and Niger" is theirs.

    Who announces or restores it is a third, unless he is one of the two.
    """
    truces = reader.vocab.words("truce-nouns") if cue.relation == "retreat" else frozenset[str]()
    if cue.pos != "verb" or not cue.object_lemmas or not (cue.frame.id == "frame/mutual" or truces):
        return []
    matters = [t for t in filled.get("obj", ()) if t.lemma_.lower() in (truces or cue.object_lemmas)]
    between = [side for t in matters for side in under_of(t, ("between",))]
    between = between or (filled.get("between", []) if truces and matters and not filled.get("subj") else [])
    sides = [r for side in between for r in reader.actors(side)]  # "a truce was agreed between Chad and Niger" too
    return sides if len(sides) > 1 else []


def _fill_actors(cue: Cue, token: Token, filled: Slots, subject: list[Token], reader: Reader, roles: Roles) -> None:
    """The actors, from the first of the frame's slots that names any."""
    candidates = _candidates(cue, token, filled, subject, reader)
    if not filled.get("subj") and _told_beside(cue, token, filled, subject, reader):
        candidates["subj"] = []
    for slot in ORDER:
        if slot not in cue.frame.actor or (cue.pos == "verb" and _tells_otherwise(slot, cue, token, filled, reader)):
            continue
        for filler in candidates.get(slot, ()):
            found = (
                _does(filler, cue, reader) if slot in MODIFIER_SLOTS else _announced(filler, cue, reader) or reader.actors(filler)
            )
            if found:
                roles.actors.extend(found)
                roles.used.add(filler.i)
        if roles.actors:
            return
    drawn_back = cue.relation == "retreat" and is_passive(token) and bool(cue.object_lemmas)  # "troops were withdrawn from Niger"
    if (cue.relation == "mobilize" or drawn_back) and cue.pos == "verb" and not candidates.get("subj"):
        roles.actors = _moved(token, filled, reader)
        if roles.actors:
            return
    if cue.relation == "protest" and (people := crowd(candidates.get("subj", ()), reader)):
        roles.actors = people
        return
    if cue.relation == "supply" and (cue.pos == "noun" or is_passive(token) or cue.frame.id == "frame/hail"):
        # Whose the thing is: "sales of Brazilian soybeans", "Colombian coal is sold to Israel", "comes from Israel's field".
        things = filled.get("of" if cue.pos == "noun" else "from" if cue.frame.id == "frame/hail" else "obj", ())
        roles.actors = next((found for t in things if (found := reader.owners(t, near=True))), [])
        if roles.actors:
            return
    downed = " " in cue.words[0] or any(c.dep_ == "prt" for c in token.children)  # "three Iranian drones were shot down"
    if cue.relation in FORCE and cue.pos == "verb" and is_passive(token) and not candidates.get("subj") and not downed:
        fired = [t for t in filled.get("obj", ()) if t.lemma_.lower() in cue.object_lemmas and reader.vocab.calls(t.lemma_, ARMS)]
        roles.actors = next((whose for t in fired if (whose := reader.owners(t, near=True))), [])
        if roles.actors:
            return  # "Iranian missiles were fired at Eilat"
    if "subj" in cue.frame.actor:
        doing = [*candidates.get("subj", ()), *(filled.get("by", ()) if cue.pos == "noun" else ())]
        doing += filled.get("self", ()) if cue.relation == "possess" else ()  # "whose waters are home to tuna"
        roles.actors = _behind(doing, cue, token.head, reader) or _beset(cue, token, reader) or _neighbours(cue, filled, reader)
        roles.actors = roles.actors or lawgivers(doing, cue, reader)
        if not roles.actors and not candidates.get("subj"):
            roles.actors = judged(cue, token, filled, reader)
        if not roles.actors and cue.relation == "sanction" and cue.pos == "verb" and not candidates.get("subj"):
            measures = [t for t in filled.get("obj", ()) if reader.block.referent(t).kind is not Kind.RESOURCE]
            roles.actors = _whose(("obj",), cue, {"obj": measures}, reader)  # "a US ban was extended", not "US oil was stopped"
    elif cue.pos == "verb":
        roles.actors = _whose(("obj", *cue.words[1:]), cue, filled, reader)  # "drew French condemnation", "faces EU sanctions"


def _tells_otherwise(slot: str, cue: Cue, verb: Token, filled: Slots, reader: Reader) -> bool:
    """Does a slot of a verb that may name its actor tell something else here?"""
    if slot == "by":  # "a museum acquired a painting by Rembrandt"
        return "subj" in cue.frame.actor and bool(filled.get("subj")) and not is_passive(verb)
    if slot == "in":  # "the ferry was built in Finland" tells where, "copper is mined in Chile" whose it is
        built = verb.lemma_.lower() in reader.vocab.words("building-verbs")
        return built and cue.relation == "produce" and (is_passive(verb) or bool(filled.get("obj")))
    if slot == "of":
        return cue.relation == "retreat"  # "were pulled out of Haiti"
    return slot == "from" and "subj" in cue.frame.actor


def _moved(verb: Token, filled: Slots, reader: Reader) -> list[Referent]:
    """Whose forces are where they are told to be, if nobody is said to have sent them: "police were deployed in Lyon".

    Who has them there has sent them: "Peru has 80 soldiers stationed in Haiti".
    """
    if not is_passive(verb):
        return []
    above = verb.head.head if verb.dep_ == "acl" and verb.head.dep_ == "dobj" else verb.head
    if verb.dep_ in ("acl", "ccomp") and above.lemma_.lower() in reader.vocab.words("keeping-verbs"):
        return [r for t in slots(above).get("subj", ()) for r in reader.actors(t)]
    return [r for t in filled.get("obj", ()) for r in reader.actors(t, places=False) or reader.owners(t)]


def _told_beside(cue: Cue, token: Token, filled: Slots, subject: list[Token], reader: Reader) -> bool:
    """Does the act itself say whose it is, so that the subject which the clause lends is not?"""
    if not subject or (len(subject) > 1 and any(t.lower_ == "their" for t in filled.get("poss", ()))):
        return False  # "A and B ended their row"
    if cue.relation == "retreat" and any(reader.block.referent(t).person for t in filled.get("of", ())):
        return True
    # Who brokers a deal between two is none of its sides.
    apart = cue.relation == "agree" or (cue.relation == "consult" and cue.frame.id == "frame/mutual" and cue.pos == "noun")
    whose: tuple[str, ...] = ("poss", "by", "between") if apart else ("poss", "by")
    if cue.pos == "verb" and not is_passive(token):
        whose = ("poss",)  # "began to buy power by way of the Indian grid" tells how
    if any(not is_amount(t) for s in whose for t in filled.get(s, ())):
        return True
    return any(_does(t, cue, reader) for s in MODIFIER_SLOTS for t in filled.get(s, ()))


def _candidates(cue: Cue, token: Token, filled: Slots, subject: list[Token], reader: Reader) -> Slots:
    """The slots with the subject that the clause lends; who harms is what happened, not where it did, nor who is robbed."""
    candidates = {**filled, "subj": filled.get("subj") or subject}
    clause = first_conjunct(token)
    if cue.relation in FORCE and clause.dep_ == "relcl":
        candidates["subj"] = [_raid_there(t, clause, reader) or t for t in candidates["subj"]]
    if cue.relation in FORCE:
        candidates["subj"] = [u for t in candidates["subj"] for u in wielders(t, reader) or (t,)]
    if token.tag_ == "VBN" and token.head.lemma_ == "have" and token.dep_ == "ccomp" and _robbed(filled, reader):
        candidates["subj"] = [t for t in candidates["subj"] if first_conjunct(t).head.dep_ == "agent"]
    if cue.relation == "supply" and cue.pos == "verb" and filled.get("from") and _carry(candidates["subj"], reader):
        candidates["subj"] = filled["from"]
    return candidates


def _carry(subjects: list[Token], reader: Reader) -> bool:
    """Do only ships or planes carry something, whose nobody says they are: "the tanker was carrying oil from Iraq"?"""
    words = reader.vocab.words("carrier-nouns|vessel-nouns")
    whose = ("poss", "amod", "compound", "nmod")
    return bool(subjects) and all(
        t.lemma_.lower() in words and t.pos_ == "NOUN" and not any(c.dep_ in whose and c.ent_type_ for c in t.children)
        for t in subjects
    )


def _robbed(filled: Slots, reader: Reader) -> bool:
    """Does somebody have a thing of his own taken or broken by others: "had its accounts hacked", not "had his uncle shot"?"""
    own = (t.head for t in filled.get("obj-poss", ()) if t.tag_ == "PRP$")
    return any(reader.block.referent(thing).kind is not Kind.ACTOR for thing in own)


def _announced(speaker: Token, cue: Cue, reader: Reader) -> list[Referent]:
    """For whom a spokesman announces an act of force: "a spokesman for the army announced the arrest of six men"."""
    spoken = speaker.lemma_.lower() in reader.vocab.words("announcers") and cue.relation in FORCE and cue.pos == "noun"
    return reader.owners(speaker) if spoken else []


def _is_weapon(referent: Referent, reader: Reader) -> bool:
    """Is it a weapon of which nobody says whose it is: "a drone hit the base"? It acts for nobody that is told."""
    own = referent.mention
    if referent.entity or own.name or own.antecedent:
        return False
    if own.text.lower().startswith(_THEIRS) or any(owner in own.text for owner in own.owners):
        return False
    words = " ".join(own.text.lower().removesuffix("s").split()[-2:])  # "armoured vehicles" are, vehicles are not
    return any(reader.vocab.calls(word, ARMS) for word in (own.head, words))


def _raid_there(town: Token, clause: Token, reader: Reader) -> Token | None:
    """The act that does harm where a clause hangs on the town in which it was: "the raid made in Bosaso, which killed two"."""
    if town != clause.head or town.dep_ != "pobj" or town.head.lower_ not in ("in", "at", "near", "on"):
        return None
    act = next((t for t in town.ancestors if t.pos_ == "NOUN"), None)
    return act if act is not None and reader.vocab.evokes("noun", act.lemma_, ("assault",)) else None


def _whose(names: Iterable[str], cue: Cue, filled: Slots, reader: Reader) -> list[Referent]:
    """Whose act the noun of an idiom is, or whose measure."""
    nouns = (t for name in names for t in filled.get(name, ()) if t.lemma_.lower() in cue.object_lemmas)
    return next((found for t in nouns if (found := reader.owners(t, near=True))), [])


def _behind(subjects: Iterable[Token], cue: Cue, hangs: Token, reader: Reader) -> list[Referent]:
    """Whose a subject is that cannot act itself: a thing that strikes, strikes for those whose it is."""
    handles = cue.relation == "supply" or cue.frame.id == "frame/stock" or cue.relation in FORCE
    carriers = reader.vocab.words("carrier-nouns") if cue.relation in ("aid", "produce") else frozenset()
    for token in subjects:
        found = reader.owners(token, near=cue.relation in FORCE or (token.pos_ == "NOUN" and cue.pos == "noun"))
        share = token.lemma_.lower() in reader.vocab.words("partitives")  # "most of Iran's oil"
        if (
            found
            and (share or token.pos_ in ("NOUN", "PROPN"))
            and (handles or token.lemma_.lower() in carriers or _works(token, reader) or _lies_in(token, cue))
        ):
            return found
        issuing = _issuing(token, reader)
        if issuing is not None and not (hangs == token and _undergone(token, cue, reader)):
            # "issued a declaration demanding that …": who issues it demands.
            whose = issuers_of(issuing) if cue.relation in FORCE else slots(issuing).get("subj", ())
            return [r for t in whose for r in reader.actors(t)]
    return []


def _lies_in(land: Token, cue: Cue) -> bool:
    """Is it in somebody's land that a thing is: "whose salt flats hold lithium", not "territory occupied by Chad holds coal"?"""
    return cue.relation == "possess" and any(c.dep_ in ("poss", "amod", "compound") for c in land.children)


def _issuing(paper: Token, reader: Reader) -> Token | None:
    """The verb whose object a paper is, or that is done by means of an edict: "imposed a ban by an order forbidding exports"."""
    verb = paper.head
    if paper.dep_ == "pobj" and verb.lower_ in ("by", "through", "via", "under"):
        verb = verb.head if paper.lemma_.lower() in reader.vocab.words("edict-nouns") else paper
    elif paper.dep_ not in ("dobj", "nsubjpass"):
        return None
    return verb if verb.pos_ == "VERB" else None


def _undergone(thing: Token, cue: Cue, reader: Reader) -> bool:
    """Does it suffer its verb, or is only met by it: who "attacked a bus evacuating civilians" has evacuated nobody."""
    told = reader.vocab.words("event-nouns|edict-nouns")
    if cue.relation == "aid" and thing.lemma_.lower() not in told:
        return True  # "developed an app that helps blind people"
    cues = reader.vocab.cues.get(("verb", thing.head.lemma_.lower()), ())
    return any(c.relation in _UNMADE for c in cues if len(c.words) == 1 and not (c.object_lemmas or c.object_is))


def _works(token: Token, reader: Reader) -> bool:
    """Is it no resource, or one that works for whose it is: "Poland's mines dug up coal", "Gaza's hospitals lack fuel"?"""
    found = reader.resources(token)
    return not found or any(is_works(r, reader.vocab) for r in found)


def _beset(cue: Cue, noun: Token, reader: Reader) -> list[Referent]:
    """Whom a lack besets: "Angola was hit by a fuel shortage"."""
    if cue.relation == "need" and noun.dep_ == "nsubj" and noun.pos_ == "NOUN":  # "shortages of fuel shut garages"
        hit = slots(noun.head).get("obj", ()) or slots(noun.head).get("that", ())
        return next((found for t in hit if (found := reader.actors(t) or reader.owners(t))), [])
    if cue.relation != "need":
        return []
    if caused := _for_lack(noun):
        return next((found for t in caused if (found := reader.actors(t) or reader.owners(t))), [])
    if noun.dep_ != "pobj" or noun.head.dep_ != "agent":
        return []
    return [r for t in slots(noun.head.head).get("obj", ()) for r in reader.actors(t)]


def _for_lack(noun: Token) -> list[Token]:
    """Who does or suffers something because of a lack, lacks it: "hospitals in Sudan closed due to a lack of fuel"."""
    tie = first_conjunct(noun).head
    while tie.dep_ in ("pcomp", "prep") and tie.head.pos_ in ("ADP", "SCONJ"):
        tie = tie.head
    if first_conjunct(noun).dep_ != "pobj" or tie.lower_ not in _BECAUSE or tie.head.pos_ not in ("VERB", "AUX", "ADJ"):
        return []
    above = tie.head if tie.head.pos_ != "ADJ" else tie.head.head
    filled = slots(above)
    return list(filled.get("obj", ()) if is_passive(above) else filled.get("subj", ()))


def _neighbours(cue: Cue, filled: Slots, reader: Reader) -> list[Referent]:
    """Who fights at "their border" are those whose border it is: "after clashes along its border with Chad"."""
    if cue.relation != "assault" or cue.pos != "noun" or cue.words[-1] not in reader.vocab.words("strife-nouns"):
        return []
    for border in (t for s in ("on", "along", "at", "near", "across", "in") for t in filled.get(s, ())):
        whose = [c for c in border.children if c.tag_ == "PRP$"]
        if whose and border.lemma_.lower() in reader.vocab.words("frontier-nouns"):
            pair = _two_before(border) if whose[0].lower_ == "their" else []
            sides = [r for t in pair for r in reader.actors(t)] or reader.actors(whose[0])
            return [*sides, *(r for t in under_of(border, ("with",)) for r in reader.actors(t))]
    return []


def _two_before(border: Token) -> list[Token]:
    """The two of whom the sentence has spoken first: "Chad and Niger agreed a truce after clashes on their border"."""
    for verb in border.ancestors:
        pair = slots(verb).get("subj", []) if verb.pos_ == "VERB" else []
        if len(pair) > 1 and pair[0].i < border.i:
            return pair
    return []


def _does(modifier: Token, cue: Cue, reader: Reader) -> list[Referent]:
    """Who does what the noun behind a modifier says: "Russian occupation", "police killings", but not "child murders"."""
    found = reader.modifier(modifier)
    noun = modifier.head
    if noun.lemma_.lower() in reader.vocab.words("strife-nouns") and not any(c.lower_ in ("on", "against") for c in noun.children):
        return []  # the Ukrainian war is one in Ukraine
    if cue.relation in MUTUAL:  # "the hostage deal", "the miners' union": what it is about, unless it is a name
        return [r for r in found if r.entity or r.mention.name]
    return [r for r in found if not _suffers(r, reader)] if cue.relation in FORCE else found


def _suffers(referent: Referent, reader: Reader) -> bool:
    """Is a role before an act of force the one who suffers it ("child murders", "journalist arrests"), not "police killings"?"""
    role = None if referent.entity else reader.vocab.roles.get(referent.label)
    return role is not None and role.sector not in (Sector.MIL, Sector.GOV, Sector.REB)
