/** How referrals get lost, by number; tests name them as `(case 5)`. */
export const CASES = {
  1: 'The visitor lands on one subdomain and signs up on another.',
  2: 'The visitor lands on one domain and signs up on another.',
  3: 'A router strips the key from the address before the script runs.',
  4: 'The request for the settings is blocked or slow.',
  5: 'The sign-up races with the page’s own navigation.',
  6: 'The page signs up before the script has come.',
  7: 'A sign-in elsewhere loses the query; sign-up and log-in are one.',
  8: 'The buyer goes straight to a checkout elsewhere.',
  9: 'Safari deletes cookies of scripts after seven days.',
  10: 'A blocker’s list names the host, the path or the file.',
  11: 'Consent comes later than the landing, or never.',
  12: 'The page is prerendered, reloaded, or comes back from the back/forward cache.',
  13: 'An effect runs twice, the snippet is pasted twice, the router replaces the address.',
  14: 'Link previews and scanners trip on rejected promises.',
  15: 'Two programs on one page touch the same sign-up.',
  16: 'The cookie lives for another time than the program says.',
  17: 'A duplicate pays twice.',
  18: 'A hosted checkout does not carry the reference.',
  19: 'Frames are sandboxed, storage throws, cookies are off.',
  20: 'The landing page comes from a cache.',
  21: 'The key has plus signs, percent signs, spaces or other letters.',
}

/** Defects that trackers are known for, by number; tests name them as `(defect 5)`. */
export const DEFECTS = {
  1: '`ready` fires only once a click was tracked.',
  2: 'A sign-up answers nothing, needs a preflight, and dies with its page.',
  3: 'Cookie values are cut at an equals sign.',
  4: 'A timer walks all links for ever.',
  5: 'A sign-up right behind the click is dropped.',
  6: 'A blocked script rejects, and the site’s own code stops.',
  7: 'The script’s cookie and the back end’s have different names.',
  8: 'The attribution window is renewed at each view; addresses stand in URLs.',
  9: 'A retried purchase pays twice.',
  10: 'Forms are prevented and submitted again.',
  11: 'The domain is probed at each page, with errors on the console.',
}
