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

-- What puts another record at another moment, or a turn under another kind.
CREATE VIEW amended AS
SELECT seq, json_extract(events, '$[0].shifted.record') AS record, json_extract(events, '$[0].shifted.by') AS later,
       json_extract(events, '$[0].retyped.turn') AS turn, json_extract(events, '$[0].retyped.kind') AS kind
FROM records
WHERE seq > 1 AND seq NOT IN (SELECT seq FROM undone)
  AND (json_extract(events, '$[0].shifted') IS NOT NULL OR json_extract(events, '$[0].retyped') IS NOT NULL);

-- Everything that happened and counts, in the order in which it counts: each at its moment, a turn under its kind.
CREATE VIEW happened AS
WITH
  shifts   AS MATERIALIZED (SELECT record, sum(later) AS later FROM amended WHERE record IS NOT NULL GROUP BY record),
  retyping AS MATERIALIZED (SELECT turn, max(seq), kind FROM amended WHERE turn IS NOT NULL GROUP BY turn)
SELECT row_number() OVER (ORDER BY moment, events.seq, nth) AS place, events.seq, moment, seat, what,
       CASE WHEN type = 'text' THEN NULL
            WHEN kind IS NULL THEN json_extract(event, '$."' || what || '"')
            ELSE json_set(json_extract(event, '$."' || what || '"'), '$.kind', kind) END AS detail
FROM (
  SELECT records.seq, records.moment + coalesce(shifts.later, 0) AS moment, records.seat, event.key AS nth, event.type, event.value AS event,
         CASE event.type WHEN 'text' THEN event.value ELSE (SELECT key FROM json_each(event.value)) END AS what
  FROM records LEFT JOIN shifts ON shifts.record = records.seq, json_each(records.events) AS event
  WHERE records.seq > 1 AND records.seq NOT IN (SELECT seq FROM undone)) AS events
  LEFT JOIN retyping ON retyping.turn = CASE what WHEN 'took-floor' THEN json_extract(event, '$."took-floor".turn') END
WHERE what NOT IN ('undone', 'redone', 'shifted', 'retyped');

-- The delegations of turns and items: a participant who was found to be a delegation afterwards has its code, once.
CREATE VIEW named AS
WITH RECURSIVE
  events AS MATERIALIZED (
    SELECT place, what, detail, count(*) FILTER (WHERE what = 'reconciled') OVER (ORDER BY place) AS nth
    FROM happened WHERE what IN ('took-floor', 'logged', 'edited', 'reconciled')),
  naming AS (
    SELECT place, nth, json_extract(detail, CASE what WHEN 'took-floor' THEN '$.delegations' ELSE '$.by' END) AS delegations
    FROM events WHERE what <> 'reconciled'
    UNION ALL
    SELECT naming.place, events.nth,
           CASE WHEN json_extract(detail, '$.participant') IN (SELECT value FROM json_each(delegations))
             THEN (SELECT json_group_array(code)
                   FROM (SELECT iif(value = json_extract(detail, '$.participant'), json_extract(detail, '$.delegation'), value) AS code
                         FROM json_each(delegations) GROUP BY code ORDER BY min(key)))
             ELSE delegations END
    FROM naming JOIN events ON events.nth = naming.nth + 1 AND what = 'reconciled')
SELECT place, max(nth) AS nth, delegations FROM naming GROUP BY place;

CREATE VIEW turns AS
WITH
  events AS MATERIALIZED (SELECT * FROM happened),
  newest AS (SELECT max(at) AS at FROM records),
  took AS MATERIALIZED (
    SELECT json_extract(detail, '$.turn') AS turn, place, moment, json_extract(detail, '$.entry') AS entry,
           json_extract(detail, '$.official') AS official, kinds.kind, interrupts, holds, answers
    FROM events JOIN kinds ON kinds.kind = json_extract(detail, '$.kind') WHERE what = 'took-floor'),
  starts AS (
    SELECT place, moment, turn FROM took
    UNION ALL SELECT place, moment, detail FROM events WHERE what = 'took-up-again'),
  -- A turn ends when it is ended or cut, when its speaker is not there, when the next one begins that does not interrupt, and with the meeting.
  ends AS (
    SELECT place, moment, CASE WHEN what IN ('cut', 'absent') THEN what ELSE 'completed' END AS outcome,
           CASE what WHEN 'absent' THEN json_extract(detail, '$.turn') ELSE detail END AS turn
    FROM events WHERE what IN ('ended', 'cut', 'adjourned') OR (what = 'absent' AND json_extract(detail, '$.turn') IS NOT NULL)
    UNION ALL SELECT place, moment, 'completed', NULL FROM took WHERE NOT interrupts),
  -- From each time that a turn has the floor to the end of it: one that is taken up again has it more than once.
  stretches AS MATERIALIZED (
    SELECT starts.turn, starts.place, starts.moment, took.holds, min(ends.place) AS end_place, ends.moment AS ended, ends.outcome
    FROM starts JOIN took USING (turn) LEFT JOIN ends ON ends.place > starts.place AND coalesce(ends.turn, starts.turn) = starts.turn
    GROUP BY starts.place),
  -- Where the clock starts, stops and goes on: how many pauses and holds there are from each place on.
  edges AS (
    SELECT place AS stretch, turn, CASE edge WHEN 'start' THEN place ELSE coalesce(end_place, 9e18) END AS place,
           CASE edge WHEN 'start' THEN moment ELSE coalesce(ended, (SELECT at FROM newest)) END AS moment, 0 AS pause, 0 AS hold
    FROM stretches, (SELECT 'start' AS edge UNION ALL SELECT 'end')
    UNION ALL
    SELECT stretches.place, stretches.turn, events.place, events.moment, CASE WHEN what IN ('paused', 'suspended') THEN 1 ELSE -1 END, 0
    FROM events JOIN stretches ON events.place > stretches.place AND events.place < coalesce(end_place, 9e18)
    WHERE what IN ('suspended', 'reconvened') OR (what IN ('paused', 'resumed') AND detail = stretches.turn)
    UNION ALL
    SELECT under.place, under.turn, CASE edge WHEN 'start' THEN over.place ELSE over.end_place END,
           CASE edge WHEN 'start' THEN over.moment ELSE over.ended END, 0, CASE edge WHEN 'start' THEN 1 ELSE -1 END
    FROM stretches AS under JOIN stretches AS over ON over.holds AND over.place > under.place AND over.place < coalesce(under.end_place, 9e18),
         (SELECT 'start' AS edge UNION ALL SELECT 'end')
    WHERE edge = 'start' OR over.end_place < coalesce(under.end_place, 9e18)),
  spans AS (
    SELECT turn, lead(moment) OVER clock - moment AS span, sum(pause) OVER clock AS pauses, sum(hold) OVER clock AS holds
    FROM edges WINDOW clock AS (PARTITION BY stretch ORDER BY place)),
  clocks AS (
    SELECT turn, sum(span) FILTER (WHERE pauses = 0 AND holds = 0) AS spoken, sum(span) FILTER (WHERE pauses > 0 AND holds = 0) AS paused
    FROM spans GROUP BY turn),
  lasts AS (SELECT turn, max(place), ended, outcome FROM stretches GROUP BY turn),
  -- Within a turn of the State under review one official follows the other.
  passes AS (
    SELECT turn, max(place), official FROM (
      SELECT turn, place, official FROM took WHERE answers
      UNION ALL SELECT json_extract(detail, '$.turn'), place, json_extract(detail, '$.official') FROM events WHERE what = 'passed')
    GROUP BY turn),
  rulings AS (
    SELECT json_extract(detail, '$.turn') AS turn, max(place), json_extract(detail, '$.ruling') AS ruling, json_extract(detail, '$.text') AS text
    FROM events WHERE what = 'ruled' GROUP BY 1)
SELECT turn, entry, delegations, kind, passes.official, moment AS began_ms, lasts.ended AS ended_ms, coalesce(spoken, 0) AS spoken_ms,
       coalesce(paused, 0) AS paused_ms, lasts.outcome, ruling, rulings.text AS ruling_text
FROM took JOIN named USING (place) JOIN lasts USING (turn) JOIN clocks USING (turn) LEFT JOIN passes USING (turn) LEFT JOIN rulings USING (turn)
ORDER BY turn;

CREATE VIEW items AS
WITH
  events AS MATERIALIZED (SELECT * FROM happened WHERE what IN (
    'took-floor', 'took-up-again', 'absent', 'logged', 'edited', 'dropped', 'assigned', 'unassigned', 'answered', 'reopened')),
  took AS MATERIALIZED (
    SELECT json_extract(detail, '$.turn') AS turn, place, NOT interrupts AND NOT answers AS states
    FROM events JOIN kinds ON kinds.kind = json_extract(detail, '$.kind') WHERE what = 'took-floor'),
  names AS MATERIALIZED (SELECT * FROM named),
  -- Who was not in the room makes no statement from then on, unless the turn is taken up again.
  absences AS MATERIALIZED (
    SELECT json_extract(absent.detail, '$.turn') AS turn, absent.place, min(again.place) AS again
    FROM events AS absent LEFT JOIN events AS again
         ON again.what = 'took-up-again' AND again.place > absent.place AND again.detail = json_extract(absent.detail, '$.turn')
    WHERE absent.what = 'absent' AND json_extract(absent.detail, '$.turn') IS NOT NULL
    GROUP BY absent.place),
  -- Items belong to the last statement that began before them.
  logged AS MATERIALIZED (
    SELECT json_extract(detail, '$.item') AS item, place, detail, (
      SELECT turn FROM took
      WHERE states AND took.place < events.place AND NOT EXISTS (
        SELECT 1 FROM absences
        WHERE absences.turn = took.turn AND absences.place < events.place AND coalesce(again, 9e18) > events.place)
      ORDER BY took.place DESC LIMIT 1) AS statement
    FROM events WHERE what = 'logged'),
  written AS MATERIALIZED (
    SELECT json_extract(detail, '$.item') AS item, place, json_extract(detail, '$.text') AS text, json_extract(detail, '$.themes') AS themes,
           names.delegations AS authors, json_extract(detail, '$.turn') AS turn, json_extract(detail, '$.sort') AS sort
    FROM events JOIN names USING (place) WHERE what IN ('logged', 'edited')),
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
SELECT item AS number, sort, coalesce(authors, names.delegations, '[]') AS delegations, told.turn, happened.moment AS at_ms, text, themes,
       lead, support,
       CASE WHEN told.what = 'answered' THEN 'answered' WHEN lead IS NULL THEN 'noted' ELSE 'assigned' END AS status,
       CASE told.what WHEN 'answered' THEN handled END AS answered_ms,
       CASE told.what WHEN 'answered' THEN coalesce(answered_by, lead) END AS answered_by
FROM told JOIN happened USING (place) LEFT JOIN took ON took.turn = told.turn LEFT JOIN names ON names.place = took.place ORDER BY item;

-- Each delegation's turns and its time on the floor. Who was called and not in the room has had no turn.
CREATE VIEW totals AS
SELECT delegation.value AS delegation, count(*) AS turns, sum(spoken_ms) AS spoken_ms
FROM turns, json_each(turns.delegations) AS delegation
WHERE coalesce(outcome, '') <> 'absent'
GROUP BY delegation.value ORDER BY delegation.value;
