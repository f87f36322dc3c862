-- What a session says in any SQLite client: turns, items, totals. What was taken back is left out, and everything counts
-- from its effective moment and under its present kind. Clocks that still run are read at the newest record; all times are
-- milliseconds. Allotments, pools and what happens at zero are worked out by the program, not here.

-- The kinds of turn, as agreed in the review.
CREATE VIEW kinds AS
SELECT json_extract(kind.value, '$.id') AS kind,
       json_extract(kind.value, '$.interrupts') AS interrupts,
       json_extract(kind.value, '$.interrupts') AND json_extract(kind.value, '$.holds') AS holds,
       json_extract(kind.value, '$.speaker') = 'state-under-review' AS answers
FROM records, json_each(records.events, '$[0].opened.modalities.kinds') AS kind
WHERE records.seq = 1;

-- The records that were taken back and not brought back.
CREATE VIEW undone AS
SELECT seq FROM (
  SELECT named.value AS seq, max(records.seq) AS latest, change.key = 'undone' AS undone
  FROM records, json_each(records.events, '$[0]') AS change, json_each(change.value) AS named
  WHERE records.seq > 1 AND json_type(records.events, '$[0]') = 'object' AND change.key IN ('undone', 'redone')
  GROUP BY named.value)
WHERE undone;

-- What amends another record: its moment, the kind of the turn that begins in it, or all that happened in it.
CREATE VIEW amended AS
SELECT seq, json_extract(events, '$[0].shifted.by') AS later, json_extract(events, '$[0].retyped.kind') AS kind,
       json_extract(events, '$[0].replaced') AS replaced,
       coalesce(json_extract(events, '$[0].shifted.record'), json_extract(events, '$[0].replaced'), (
         SELECT coalesce(json_extract(took.events, '$[0].replaced'), took.seq) FROM records AS took, json_each(took.events) AS event
         WHERE took.seq > 1 AND event.type = 'object'
           AND json_extract(event.value, '$."took-floor".turn') = json_extract(records.events, '$[0].retyped.turn')
         ORDER BY took.seq DESC LIMIT 1)) AS record
FROM records
WHERE seq > 1 AND seq NOT IN (SELECT seq FROM undone)
  AND coalesce(json_extract(events, '$[0].shifted'), json_extract(events, '$[0].retyped'), json_extract(events, '$[0].replaced')) IS NOT NULL;

-- Everything that happened and counts, in the order in which it counts: each at its moment, a turn under its kind.
CREATE VIEW happened AS
WITH
  latest AS (SELECT *, max(CASE WHEN replaced IS NOT NULL THEN seq END) OVER (PARTITION BY record) AS by FROM amended),
  slots AS MATERIALIZED (
    SELECT record, sum(later) AS later, max(by) AS replaced_by, max(CASE WHEN kind IS NOT NULL AND seq > coalesce(by, 0) THEN seq END) AS retyped_by
    FROM latest GROUP BY record)
SELECT row_number() OVER (ORDER BY moment, seq, nth) AS place, seq, moment, seat, what,
       CASE WHEN type = 'text' THEN NULL
            WHEN kind IS NULL OR what <> 'took-floor' THEN json_extract(event, '$."' || what || '"')
            ELSE json_set(json_extract(event, '$."' || what || '"'), '$.kind', kind) END AS detail
FROM (
  SELECT records.seq, records.moment + coalesce(slots.later, 0) AS moment, records.seat, event.key AS nth, event.type, event.value AS event,
         CASE event.type WHEN 'text' THEN event.value ELSE (SELECT key FROM json_each(event.value)) END AS what,
         json_extract(retyping.events, '$[0].retyped.kind') AS kind
  FROM records
       LEFT JOIN slots ON slots.record = records.seq
       LEFT JOIN records AS other ON other.seq = slots.replaced_by
       LEFT JOIN records AS retyping ON retyping.seq = slots.retyped_by,
       json_each(coalesce(json_remove(other.events, '$[0]'), records.events)) AS event
  WHERE records.seq > 1 AND records.seq NOT IN (SELECT seq FROM undone) AND json_extract(records.events, '$[0].replaced') IS NULL)
WHERE what NOT IN ('undone', 'redone', 'shifted', 'retyped');

-- The questions that were handed in before the meeting, as the first items.
CREATE VIEW advance AS
SELECT question.key + 1 AS item, json_object(
  'item', question.key + 1, 'sort', 'question', 'text', json_extract(question.value, '$.text'),
  'themes', json(coalesce(json_extract(question.value, '$.themes'), '[]')),
  'lead', coalesce(json_extract(question.value, '$.officials[0]'), (
    SELECT json_extract(official.value, '$.id') FROM json_each(records.events, '$[0].opened.officials') AS official
    WHERE json_extract(question.value, '$.themes[0]') IN (SELECT value FROM json_each(official.value, '$.themes'))
    ORDER BY official.key LIMIT 1)),
  'support', json(coalesce(json_remove(json_extract(question.value, '$.officials'), '$[0]'), '[]')),
  'by', json(json_extract(question.value, '$.delegations'))) AS logging
FROM records, json_each(records.events, '$[0].opened.advance') AS question
WHERE records.seq = 1;

-- The delegations of turns and items: a participant who was found to be a delegation afterwards has its code, once.
CREATE VIEW named AS
WITH RECURSIVE
  events AS MATERIALIZED (
    SELECT place, what, detail, count(*) FILTER (WHERE what = 'reconciled') OVER (ORDER BY place) AS nth
    FROM happened WHERE what IN ('inscribed', 'imported', 'took-floor', 'logged', 'asked-before', 'edited', 'reconciled')),
  -- A turn is of those whose entry was called, also where another inscription stands in the place of the first.
  inscribed AS (
    SELECT json_extract(one.value, '$.entry') AS entry, nth, json_extract(one.value, '$.delegations') AS delegations
    FROM events, json_each(iif(what = 'imported', detail, json_array(json(detail)))) AS one WHERE what IN ('inscribed', 'imported')),
  naming AS (
    SELECT 0 AS place, item, 0 AS nth, json_extract(logging, '$.by') AS delegations FROM advance
    UNION ALL
    SELECT place, json_extract(one.value, '$.item'), coalesce(inscribed.nth, events.nth),
           coalesce(inscribed.delegations, json_extract(one.value, '$.delegations'), json_extract(one.value, '$.by'))
    FROM events, json_each(iif(what = 'asked-before', detail, json_array(json(detail)))) AS one
         LEFT JOIN inscribed ON inscribed.entry = json_extract(one.value, '$.entry')
    WHERE what NOT IN ('inscribed', 'imported', 'reconciled')
    UNION ALL
    SELECT naming.place, item, events.nth,
           CASE WHEN json_extract(detail, '$.participant') IN (SELECT value FROM json_each(delegations))
             THEN (SELECT json_group_array(code)
                   FROM (SELECT iif(value = json_extract(detail, '$.participant'), json_extract(detail, '$.delegation'), value) AS code
                         FROM json_each(delegations) GROUP BY code ORDER BY min(key)))
             ELSE delegations END
    FROM naming JOIN events ON events.nth = naming.nth + 1 AND what = 'reconciled')
SELECT place, item, max(nth) AS nth, delegations FROM naming GROUP BY place, item;

CREATE VIEW turns AS
WITH
  floor AS MATERIALIZED (
    SELECT place, moment, what, turn, detail, max(interrupts AND NOT in_turn) OVER floor AS interrupts,
           max(holds AND NOT in_turn) OVER floor AS holds, answers
    FROM (SELECT *, CASE WHEN what IN ('ended', 'cut', 'took-up-again', 'paused', 'resumed') THEN detail
                         WHEN what IN ('took-floor', 'absent', 'passed', 'ruled') THEN json_extract(detail, '$.turn') END AS turn,
                 CASE what WHEN 'took-floor' THEN coalesce(json_extract(detail, '$.in_turn'), 0) END AS in_turn
          FROM happened)
         LEFT JOIN kinds ON kinds.kind = CASE what WHEN 'took-floor' THEN json_extract(detail, '$.kind') END
    WHERE turn IS NOT NULL OR what IN ('suspended', 'reconvened', 'adjourned')
    WINDOW floor AS (PARTITION BY turn)),
  -- From each time that a turn has the floor to the end of it: one that is taken up again has it more than once. It ends when it is ended
  -- or cut, when its speaker is not there, when the next one begins that does not interrupt, and with the meeting.
  stretches AS MATERIALIZED (
    SELECT starts.turn, starts.place, min(ends.place) AS end_place, ends.moment AS ended,
           CASE WHEN ends.what IN ('cut', 'absent') THEN ends.what WHEN ends.what IS NOT NULL THEN 'completed' END AS outcome
    FROM floor AS starts LEFT JOIN floor AS ends ON ends.place > starts.place AND (
      (ends.what IN ('ended', 'cut', 'absent') AND ends.turn = starts.turn) OR ends.what = 'adjourned'
      OR (ends.what = 'took-floor' AND NOT ends.interrupts))
    WHERE starts.what IN ('took-floor', 'took-up-again')
    GROUP BY starts.place),
  -- What happens within a stretch: how many pauses there are from each place on, and how many turns that hold this one.
  spans AS (
    SELECT stretches.*, coalesce(lead(moment) OVER clock, ended, (SELECT max(at) FROM records)) - moment AS span,
           sum(CASE WHEN what = 'suspended' OR (what = 'paused' AND floor.turn = stretches.turn) THEN 1
                    WHEN what = 'reconvened' OR (what = 'resumed' AND floor.turn = stretches.turn) THEN -1 ELSE 0 END) OVER clock AS pauses,
           sum(CASE WHEN floor.turn = stretches.turn OR NOT holds THEN 0 WHEN what = 'took-floor' THEN 1
                    WHEN what IN ('ended', 'cut', 'absent') THEN -1 ELSE 0 END) OVER clock AS over
    FROM stretches JOIN floor ON floor.place BETWEEN stretches.place AND coalesce(end_place, 9e18)
    WINDOW clock AS (PARTITION BY stretches.place ORDER BY floor.place)),
  clocks AS (
    SELECT turn, max(place), ended, outcome, sum(span) FILTER (WHERE pauses = 0 AND over = 0) AS spoken,
           sum(span) FILTER (WHERE pauses > 0 AND over = 0) AS paused
    FROM spans GROUP BY turn),
  -- Within a turn of the State under review one official follows the other.
  passes AS (
    SELECT turn, max(place), json_extract(detail, '$.official') AS official FROM floor
    WHERE what = 'passed' OR (what = 'took-floor' AND answers) GROUP BY turn),
  rulings AS (
    SELECT turn, max(place), json_extract(detail, '$.ruling') AS ruling, json_extract(detail, '$.text') AS ruling_text FROM floor
    WHERE what = 'ruled' GROUP BY turn)
SELECT turn, json_extract(detail, '$.entry') AS entry, delegations, json_extract(detail, '$.kind') AS kind, passes.official,
       moment AS began_ms, ended AS ended_ms, coalesce(spoken, 0) AS spoken_ms, coalesce(paused, 0) AS paused_ms, outcome, ruling, ruling_text
FROM floor JOIN named USING (place) JOIN clocks USING (turn) LEFT JOIN passes USING (turn) LEFT JOIN rulings USING (turn)
WHERE what = 'took-floor' ORDER BY turn;

CREATE VIEW items AS
WITH RECURSIVE
  events AS MATERIALIZED (SELECT * FROM happened WHERE what IN (
    'took-floor', 'took-up-again', 'absent', 'logged', 'asked-before', 'split', 'merged', 'edited', 'dropped',
    'assigned', 'unassigned', 'answered', 'promised-in-writing', 'declined', 'reopened')),
  names AS MATERIALIZED (SELECT * FROM named),
  took AS MATERIALIZED (
    SELECT json_extract(detail, '$.turn') AS turn, place, NOT interrupts AND NOT answers AS states
    FROM events JOIN kinds ON kinds.kind = json_extract(detail, '$.kind') WHERE what = 'took-floor'),
  -- Who was not in the room has made no statement, unless the turn is taken up again; what is said until then is of the one before for good.
  absences AS MATERIALIZED (
    SELECT turn, what, place, lead(place, 1, 9e18) OVER (PARTITION BY turn ORDER BY place) AS until
    FROM (SELECT place, what, iif(what = 'absent', json_extract(detail, '$.turn'), detail) AS turn
          FROM events WHERE what IN ('absent', 'took-up-again'))),
  -- Items belong to the last statement that began before them, those of before the meeting to none.
  logged AS MATERIALIZED (
    SELECT json_extract(one.value, '$.item') AS item, place, moment, one.value AS logging, CASE what WHEN 'logged' THEN (
      SELECT turn FROM took
      WHERE states AND took.place < events.place AND NOT EXISTS (
        SELECT 1 FROM absences WHERE what = 'absent' AND absences.turn = took.turn AND until > events.place
                    AND (absences.place < events.place OR until = 9e18))
      ORDER BY took.place DESC LIMIT 1) END AS statement
    FROM events, json_each(iif(what = 'logged', json_array(json(detail)), detail)) AS one WHERE what IN ('logged', 'asked-before')
    UNION ALL SELECT item, 0, 0, logging, NULL FROM advance),
  -- What was split off has the history of the other until then.
  history AS MATERIALIZED (
    SELECT json_extract(one.value, '$.item') AS item, json_extract(one.value, '$.item') AS source, 9e18 AS until
    FROM events, json_each(iif(what = 'asked-before', detail, json_array(json(detail)))) AS one WHERE what IN ('logged', 'asked-before', 'split')
    UNION ALL SELECT item, item, 9e18 FROM advance
    UNION ALL SELECT history.item, json_extract(detail, '$.from'), place
              FROM history JOIN events ON what = 'split' AND json_extract(detail, '$.item') = history.source),
  deeds AS (
    SELECT item, place, moment, 'logged' AS what, logging AS detail, statement FROM logged
    UNION ALL
    SELECT one.value, place, moment, what, detail, NULL
    FROM events, json_each(CASE WHEN what IN ('edited', 'split') THEN json_array(json_extract(detail, '$.item'))
                                WHEN what IN ('unassigned', 'reopened') THEN detail ELSE json_extract(detail, '$.items') END) AS one
    WHERE what IN ('edited', 'split', 'assigned', 'unassigned', 'answered', 'promised-in-writing', 'declined', 'reopened')),
  facts AS (
    SELECT history.item, printf('%012d', deeds.place) AS place, moment, what, detail, statement, delegations
    FROM history JOIN deeds ON deeds.item = source AND deeds.place < until
         LEFT JOIN names ON names.place = deeds.place AND names.item = deeds.item),
  -- What was said of an item last: the greatest place, and behind it what stands there.
  told AS (
    SELECT item, max(moment) FILTER (WHERE what = 'logged') AS at_ms, max(statement) AS statement,
           substr(max(place || json_extract(detail, '$.sort')), 13) AS sort,
           substr(max(place || delegations), 13) AS authors,
           CAST(substr(max(place || json_extract(detail, '$.turn')), 13) AS INTEGER) AS turn,
           substr(max(place || json_extract(detail, '$.text')), 13) AS text,
           substr(max(place || json_extract(detail, '$.themes')), 13) AS themes,
           substr(max(place || CASE
             WHEN what = 'unassigned' THEN '[null, []]'
             WHEN what IN ('logged', 'assigned')
             THEN json_array(json_extract(detail, '$.lead'), json(coalesce(json_extract(detail, '$.support'), '[]')))
             WHEN what = 'split' AND json_extract(detail, '$.officials[0]') IS NOT NULL
             THEN json_array(json_extract(detail, '$.officials[0]'), json(json_remove(json_extract(detail, '$.officials'), '$[0]'))) END), 13)
             AS officials,
           substr(max(place || CASE WHEN what <> 'edited' THEN json_array(what, moment, iif(
             what IN ('answered', 'promised-in-writing'), json_extract(detail, '$.by'), NULL)) END), 13) AS latest
    FROM facts GROUP BY item),
  gone AS (
    SELECT one.value AS item FROM events, json_each(iif(what = 'dropped', json_array(detail), json_extract(detail, '$.items'))) AS one
    WHERE what = 'dropped' OR (what = 'merged' AND one.value <> json_extract(detail, '$.into'))),
  own AS MATERIALIZED (
    SELECT told.item, sort, coalesce(nullif(authors, '[]'), names.delegations, '[]') AS delegations,
           coalesce(told.turn, statement) AS turn, at_ms, text, coalesce(themes, '[]') AS themes, json_extract(officials, '$[0]') AS lead, json_extract(officials, '$[1]') AS support,
           json_extract(latest, '$[0]') AS what, json_extract(latest, '$[1]') AS moment, json_extract(latest, '$[2]') AS answered_by
    FROM told LEFT JOIN took ON took.turn = coalesce(told.turn, statement) LEFT JOIN names ON names.place = took.place),
  -- Whoever asks the same: what was merged into an item, each followed by what had been merged into that.
  merged AS (
    SELECT json_extract(detail, '$.into') AS item, json_extract(detail, '$.into') AS other, '' AS rank FROM events WHERE what = 'merged'
    UNION
    SELECT merged.item, one.value, rank || printf('%012d%06d', place, one.key)
    FROM merged JOIN events ON what = 'merged' AND json_extract(detail, '$.into') = other, json_each(detail, '$.items') AS one
    WHERE one.value <> other),
  together AS (
    SELECT item, json_group_array(code) AS delegations
    FROM (SELECT merged.item, code.value AS code
          FROM merged JOIN own ON own.item = other, json_each(own.delegations) AS code
          GROUP BY merged.item, code.value ORDER BY merged.item, min(rank || printf('!%06d', code.key)))
    GROUP BY item)
SELECT own.item AS number, sort, coalesce(together.delegations, own.delegations) AS delegations, turn, at_ms, text, themes, lead, support,
       CASE WHEN what = 'answered' THEN 'answered' WHEN what = 'promised-in-writing' THEN 'written' WHEN what = 'declined' THEN 'declined'
            WHEN lead IS NULL THEN 'noted' ELSE 'assigned' END AS status,
       CASE WHEN what = 'answered' THEN moment END AS answered_ms,
       CASE WHEN what IN ('answered', 'promised-in-writing') THEN coalesce(answered_by, lead) END AS answered_by
FROM own LEFT JOIN together USING (item)
WHERE own.item NOT IN (SELECT item FROM gone) ORDER BY number;

-- Each delegation's turns and its time on the floor. Who was called and not in the room has had no turn.
CREATE VIEW totals AS
SELECT delegation.value AS delegation, count(*) AS turns, sum(spoken_ms) AS spoken_ms
FROM turns, json_each(turns.delegations) AS delegation
WHERE coalesce(outcome, '') <> 'absent'
GROUP BY delegation.value ORDER BY delegation.value;
