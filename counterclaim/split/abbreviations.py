"""Abbreviations that news writes with a full stop, lower case, without their last stop."""

ABBREVIATIONS = frozenset(
    """
    adj adm amb asst atty brig capt cdr chm cmdr cmdt col comdr cpl cpt dir dist dr drs ens esq exec gen gens
    gov govs hon insp jr lt ltc lts maj messrs mgr min mlle mme mr mrs ms mssrs msgr pfc pres prof pte pvt rabbi
    rep reps ret rev sen sens sfc sgt sgts spc sr ssgt st ste supt
    bde bn btn btry cav co coy div divn plt regt sqn
    assn assoc bros comm corp dept depts govt inc intl ltd mfg natl org plc pty univ
    jan feb mar apr jun jul aug sep sept oct nov dec tue tues thu thur thurs fri
    a.m p.m a.d b.c u.s u.k u.n u.a.e u.s.a u.s.s.r e.u d.c d.r.c s.o.h.r p.o r.a.f i.e e.g ph.d m.d n.y l.a
    no nos vol vols para paras approx ca cf e.g al etc et.al incl i.e nr pp pt resp viz vs
    ave blvd bldg ft hwy mt mts rd sq
    km cm mm kg lb lbs mi mph oz hr hrs mins secs kt kts
    rs tk afs syp
    ala ariz ark calif colo conn fla ga kan ky la md mich minn mo mont neb nev okla ore pa
    penn tenn tex va vt wis wyo
    abd moh mohd md
    """.split()
)
