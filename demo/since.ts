// From when the demo's posts, duties and lists hold: long before the first story, whenever the demo is loaded.

/** First day, `YYYY-MM-DD`. */
export const SINCE = '2024-03-01'
