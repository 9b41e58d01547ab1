# Words that every room uses: statuses, obligations, levels of problems.

common-status-green = Green
common-status-yellow = Yellow
common-status-red = Red
common-status-not-participating = Not participating
common-status-not-reported = Not reported

common-letter-green = G
common-letter-yellow = Y
common-letter-red = R

common-obligation-must = Must
common-obligation-may = May

common-level-error = Error
common-level-warning = Warning
common-level-notice = Notice
