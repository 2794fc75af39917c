package innovation.points.lookup.feed;

import java.time.Instant;

/**
 * One thing that happened in public.
 *
 * @param id a URN that never changes and no other entry has
 * @param title one line, Chinese
 * @param at when it happened
 * @param summary what there is to know, Chinese
 * @param page where people read more, a path of the portal
 */
record FeedEntry(String id, String title, Instant at, String summary, String page) {}
