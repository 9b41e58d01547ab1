# What every page shares: head and foot, components, errors.

web-skip = Skip to the content
web-languages = Language
web-menu = Main menu
web-crumbs = You are here
web-front-page = Front page
web-sign-in = Sign in
web-sign-out = Sign out
web-fictional = The answers are invented. The municipalities exist, but have not answered what it says here.
web-footer = Pejling gathers the municipalities’ status on shared recommendations about employment.
web-about = About Pejling
web-accessibility = Accessibility

web-legend = How to read the marks
web-legend-changed = The corner shows that the answer has changed since the round before
web-matrix-open = See the answer and where it comes from
web-show-table = Show as a table
web-status = Status
web-municipality = Municipality
web-municipalities = Municipalities

web-filters = Narrow the list
web-filter-apply = Show
web-filter-clear = Show all
web-cancel = Cancel
web-error-summary = There is something to correct

web-pages = Pages
web-page-before = Previous
web-page-after = Next
web-page-number = Page { $number }

web-step-done = Done
web-step-current = In progress
web-step-ahead = Ahead

web-error-not-found = There is no such page
web-error-not-found-text = Perhaps the address is misspelt, or the page has moved. It may also be shown only to those who have signed in.
web-error-forbidden = You do not have access to this page
web-error-forbidden-text = Sign in as somebody who has access, or ask the secretariat.
web-error-refused = That could not be done
web-error-refused-text = What was sent cannot be used. Go back, correct it and try again.
web-error-too-large = What you sent is too large
web-error-too-large-text = Send fewer files at a time, or make the file smaller, and try again.
web-error-busy = It took too long
web-error-busy-text = Wait a moment and try again. Nothing was stored.
web-error-failed = Something went wrong at our end
web-error-failed-text = The fault has been noted. Try again in a while. If it happens again, give the secretariat the reference below.
web-error-reference = Reference: { $reference }
web-error-way-on = To the front page

web-gallery = Gallery
web-gallery-lead = All the parts that the pages are made of, with samples.
web-api = API
