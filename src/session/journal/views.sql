-- What a session says in any SQLite client: turns, items, totals. What was taken back is left out, and everything counts
-- from its effective moment. Clocks that still run are read at the newest record; all times are milliseconds. Allotments,
-- pools and what happens at zero are worked out by the program, not here.

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

-- Everything that happened and counts, in the order in which it counts.
CREATE VIEW happened AS
SELECT row_number() OVER (ORDER BY moment, seq, nth) AS place, seq, moment, seat, what,
       CASE type WHEN 'text' THEN NULL ELSE json_extract(event, '$."' || what || '"') END AS detail
FROM (
  SELECT records.seq, records.moment, records.seat, event.key AS nth, event.type, event.value AS event,
         CASE event.type WHEN 'text' THEN event.value ELSE (SELECT key FROM json_each(event.value)) END AS what
  FROM records, json_each(records.events) AS event
  WHERE records.seq > 1 AND records.seq NOT IN (SELECT seq FROM undone))
WHERE what NOT IN ('undone', 'redone');

CREATE VIEW turns AS
WITH
  events AS MATERIALIZED (SELECT * FROM happened),
  newest AS (SELECT max(at) AS at FROM records),
  took AS MATERIALIZED (
    SELECT json_extract(detail, '$.turn') AS turn, place, moment, json_extract(detail, '$.entry') AS entry,
           json_extract(detail, '$.delegations') AS delegations, json_extract(detail, '$.kind') AS kind,
           json_extract(detail, '$.official') AS official, kinds.interrupts, kinds.holds
    FROM events JOIN kinds ON kinds.kind = json_extract(detail, '$.kind') WHERE what = 'took-floor'),
  -- A turn ends when it is ended, when its speaker is not there, when the next one begins that does not interrupt, and with the meeting.
  ends AS MATERIALIZED (
    SELECT place, moment, 'completed' AS outcome, detail AS turn FROM events WHERE what = 'ended'
    UNION ALL SELECT place, moment, 'absent', json_extract(detail, '$.turn') FROM events
              WHERE what = 'absent' AND json_extract(detail, '$.turn') IS NOT NULL
    UNION ALL SELECT place, moment, 'completed', NULL FROM events WHERE what = 'adjourned'
    UNION ALL SELECT place, moment, 'completed', NULL FROM took WHERE NOT interrupts),
  whole AS MATERIALIZED (
    SELECT took.*, min(ends.place) AS end_place, ends.moment AS ended, ends.outcome
    FROM took LEFT JOIN ends ON ends.place > took.place AND coalesce(ends.turn, took.turn) = took.turn
    GROUP BY took.turn),
  -- Where a turn's clock starts, stops and goes on: how many pauses and holds there are from each place on.
  edges AS (
    SELECT turn, place, moment, 0 AS pause, 0 AS hold FROM whole
    UNION ALL SELECT turn, coalesce(end_place, 9e18), coalesce(ended, (SELECT at FROM newest)), 0, 0 FROM whole
    UNION ALL SELECT detail, place, moment, CASE what WHEN 'paused' THEN 1 ELSE -1 END, 0 FROM events WHERE what IN ('paused', 'resumed')
    UNION ALL SELECT turn, events.place, events.moment, CASE what WHEN 'suspended' THEN 1 ELSE -1 END, 0
              FROM events JOIN whole ON events.place > whole.place AND events.place < coalesce(end_place, 9e18)
              WHERE what IN ('suspended', 'reconvened')
    UNION ALL SELECT under.turn, over.place, over.moment, 0, 1
              FROM whole AS under JOIN whole AS over ON over.place > under.place AND over.place < coalesce(under.end_place, 9e18)
              WHERE over.holds
    UNION ALL SELECT under.turn, over.end_place, over.ended, 0, -1
              FROM whole AS under JOIN whole AS over ON over.place > under.place AND over.end_place < coalesce(under.end_place, 9e18)
              WHERE over.holds),
  spans AS (
    SELECT turn, lead(moment) OVER clock - moment AS span, sum(pause) OVER clock AS pauses, sum(hold) OVER clock AS holds
    FROM edges WINDOW clock AS (PARTITION BY turn ORDER BY place)),
  clocks AS (
    SELECT turn, sum(span) FILTER (WHERE pauses = 0 AND holds = 0) AS spoken, sum(span) FILTER (WHERE pauses > 0 AND holds = 0) AS paused
    FROM spans GROUP BY turn)
SELECT turn, entry, delegations, kind, official, moment AS began_ms, ended AS ended_ms, coalesce(spoken, 0) AS spoken_ms,
       coalesce(paused, 0) AS paused_ms, outcome
FROM whole JOIN clocks USING (turn) ORDER BY turn;

CREATE VIEW items AS
WITH
  events AS MATERIALIZED (SELECT * FROM happened WHERE what IN (
    'took-floor', 'absent', 'logged', 'edited', 'dropped', 'assigned', 'unassigned', 'answered', 'reopened')),
  floors AS MATERIALIZED (
    SELECT place, json_extract(detail, '$.turn') AS turn, json_extract(detail, '$.delegations') AS delegations, json_extract(detail, '$.kind') AS kind
    FROM events WHERE what = 'took-floor'),
  -- Items belong to the last statement that began before them; one whose speaker was not there is none.
  statements AS MATERIALIZED (
    SELECT place, turn FROM floors JOIN kinds USING (kind)
    WHERE NOT interrupts AND NOT answers
      AND turn NOT IN (SELECT json_extract(detail, '$.turn') FROM events WHERE what = 'absent' AND json_extract(detail, '$.turn') IS NOT NULL)),
  places AS (
    SELECT place, what, detail, max(CASE WHEN place IN (SELECT place FROM statements) THEN place END)
      OVER (ORDER BY place ROWS UNBOUNDED PRECEDING) AS statement
    FROM events),
  logged AS MATERIALIZED (
    SELECT json_extract(detail, '$.item') AS item, place, detail, (SELECT turn FROM statements WHERE statements.place = statement) AS statement
    FROM places WHERE what = 'logged'),
  written AS MATERIALIZED (
    SELECT json_extract(detail, '$.item') AS item, place, json_extract(detail, '$.text') AS text, json_extract(detail, '$.themes') AS themes,
           json_extract(detail, '$.by') AS authors, json_extract(detail, '$.turn') AS turn, json_extract(detail, '$.sort') AS sort
    FROM events WHERE what IN ('logged', 'edited')),
  handled AS MATERIALIZED (
    SELECT json_extract(detail, '$.item') AS item, place, moment, what, json_extract(detail, '$.lead') AS lead,
           json_extract(detail, '$.support') AS support, NULL AS answered_by
    FROM events WHERE what = 'logged'
    UNION ALL SELECT item.value, place, moment, what, json_extract(detail, '$.lead'), json_extract(detail, '$.support'), NULL
              FROM events, json_each(detail, '$.items') AS item WHERE what = 'assigned'
    UNION ALL SELECT item.value, place, moment, what, NULL, NULL, json_extract(detail, '$.by')
              FROM events, json_each(detail, '$.items') AS item WHERE what = 'answered'
    UNION ALL SELECT item.value, place, moment, what, NULL, NULL, NULL
              FROM events, json_each(detail) AS item WHERE what IN ('unassigned', 'reopened')),
  texts   AS (SELECT item, max(place), text FROM written WHERE text IS NOT NULL GROUP BY item),
  themes  AS (SELECT item, max(place), themes FROM written WHERE themes IS NOT NULL GROUP BY item),
  authors AS (SELECT item, max(place), authors FROM written WHERE authors IS NOT NULL GROUP BY item),
  moves   AS (SELECT item, max(place), turn FROM written WHERE turn IS NOT NULL GROUP BY item),
  sorts   AS (SELECT item, max(place), sort FROM written WHERE sort IS NOT NULL GROUP BY item),
  leads   AS (SELECT item, max(place), lead, support FROM handled WHERE what IN ('logged', 'assigned', 'unassigned') GROUP BY item),
  latest  AS (SELECT item, max(place), moment, what, answered_by FROM handled GROUP BY item),
  told    AS (
    SELECT logged.item, sort, coalesce(moves.turn, statement) AS turn, nullif(authors, '[]') AS authors, text, coalesce(themes, '[]') AS themes,
           lead, coalesce(support, '[]') AS support, latest.what, latest.moment AS handled, answered_by, place
    FROM logged JOIN texts USING (item) JOIN sorts USING (item) LEFT JOIN themes USING (item) LEFT JOIN authors USING (item)
         LEFT JOIN moves USING (item) LEFT JOIN leads USING (item) LEFT JOIN latest USING (item)
    WHERE logged.item NOT IN (SELECT detail FROM events WHERE what = 'dropped'))
SELECT item AS number, sort, coalesce(authors, floors.delegations, '[]') AS delegations, told.turn, happened.moment AS at_ms, text, themes,
       lead, support,
       CASE WHEN told.what = 'answered' THEN 'answered' WHEN lead IS NULL THEN 'noted' ELSE 'assigned' END AS status,
       CASE told.what WHEN 'answered' THEN handled END AS answered_ms,
       CASE told.what WHEN 'answered' THEN coalesce(answered_by, lead) END AS answered_by
FROM told JOIN happened USING (place) LEFT JOIN floors ON floors.turn = told.turn ORDER BY item;

-- Each delegation's turns and its time on the floor. Who was called and not in the room has had no turn.
CREATE VIEW totals AS
SELECT delegation.value AS delegation, count(*) AS turns, sum(spoken_ms) AS spoken_ms
FROM turns, json_each(turns.delegations) AS delegation
WHERE coalesce(outcome, '') <> 'absent'
GROUP BY delegation.value ORDER BY delegation.value;
