# What is wrong, unclear or worth knowing about a progress form.
# Places: $place is table, page, sheet, line or none; $row, $table, $page and $sheet come along where they exist.

problem-place =
    { $place ->
        [table] Row { $row } in table { $table }
        [page] Row { $row } in the table on page { $page }
        [sheet] Row { $row } on the sheet “{ $sheet }”
        [line] Line { $row }
       *[none] The form
    }

# Status

problem-status-unknown = { problem-place } says “{ $text }” as the status of recommendation { $number }. Use Grøn (green), Gul (yellow) or Rød (red), or leave it empty.
problem-status-two-words = { problem-place } names several statuses: “{ $text }”. Recommendation { $number } is therefore left without one. Choose one.
problem-status-several-marks = { problem-place } has a mark at several colours. Recommendation { $number } is therefore left without a status. Choose one.
problem-status-negated = { problem-place } says “{ $text }”. That does not say which status holds instead. Choose a status for recommendation { $number }.
problem-status-in-text = { problem-place } names a status in the middle of a text: “{ $text }”. Check that recommendation { $number } was read correctly.
problem-status-two-columns = { problem-place } has two cells that may be the status, and they do not say the same. Check that the status of recommendation { $number } is right.
problem-status-uncertain =
    { problem-place } was read as { $status ->
        [green] green
        [yellow] yellow
        [red] red
        [not_participating] “not participating”
       *[other] “not reported”
    }, but the sign is not clear. Check that the status of recommendation { $number } is right.
problem-status-contradiction =
    { problem-place } contradicts itself: { $first ->
        [word] the word
        [fill] the cell’s colour
        [text-color] the text’s colour
        [symbol] the symbol
        [marked-column] the mark
        [control] the choice in the field
       *[group] the heading
    } says { $status ->
        [green] green
        [yellow] yellow
        [red] red
        [not_participating] “not participating”
       *[other] “not reported”
    }, but { $second ->
        [word] the word
        [fill] the cell’s colour
        [text-color] the text’s colour
        [symbol] the symbol
        [marked-column] the mark
        [control] the choice in the field
       *[group] the heading
    } says { $other ->
        [green] green
        [yellow] yellow
        [red] red
        [not_participating] “not participating”
       *[other] “not reported”
    }. The first is used for recommendation { $number }. Confirm it or correct it.
problem-status-unknown-beside-colour = { problem-place } says “{ $text }”, which is not a status. The status of recommendation { $number } was read from the colour. Confirm it or correct it.
problem-status-colour-unknown = { problem-place } has a colour that is neither green, yellow nor red. Write the status of recommendation { $number } as a word.

# Answers that are missing or do not fit together

problem-no-row = The form has no row about recommendation { $number }. It counts as not reported.
problem-not-answered = { problem-place } is not filled in. Recommendation { $number } counts as not reported.
problem-remark-without-status = Recommendation { $number } has a remark but no status. Choose Green, Yellow, Red or Not participating.
problem-red-without-remark = Recommendation { $number } is red without a remark. Write what stands in the way.
problem-not-participating-without-remark = Recommendation { $number } says that the municipality does not participate, but not why. Write a remark.
problem-yellow-without-remark = Recommendation { $number } is yellow without a remark. Please say what is missing.
problem-must-not-participating = Recommendation { $number } is binding, but the municipality does not participate. Explain why, or correct the status.
problem-green-remark-says-otherwise = Recommendation { $number } is green, but its remark says “{ $text }”. Correct the status, or explain it.
problem-fell-two-steps = Recommendation { $number } has gone from green to red since the last round.
problem-remark-too-long = The remark on recommendation { $number } is very long. Write what matters most and attach the rest.
problem-nothing-answered = The form has no answers. Is it the blank form?
problem-answered-twice = Recommendation { $number } is answered twice. Keep one answer.
problem-number-unknown = There is no recommendation number { $number } in this form. Correct the number.

# Personal data

problem-cpr-number = The remark on recommendation { $number } contains a CPR number. Delete it before the form is sent.
problem-contact-email = The remark on recommendation { $number } contains an e-mail address: “{ $text }”. Delete it. Say instead which unit can be asked.
problem-contact-phone = The remark on recommendation { $number } contains a telephone number: “{ $text }”. Delete it. Say instead which unit can be asked.

# Recognition

problem-match-uncertain = { problem-place } was read as the answer to recommendation { $number }, but its text is only partly alike ({ $percent }%). Confirm that it is the right one.
problem-confidence-low = The answer to recommendation { $number } was read with only { $percent }% confidence. Confirm it or correct it.
problem-matched-by-number = { problem-place } has a number but no text. It was read as the answer to recommendation { $number }. Confirm that this is right.
problem-own-row = { problem-place } matches no recommendation: “{ $text }”. It is kept as the municipality’s own proposal.
problem-row-without-text = { problem-place } has an answer but no recommendation beside it. Place the answer at the right recommendation.
problem-duplicate-row = { problem-place } looks like a recommendation that another row already answers: “{ $text }”. Check which answer holds.
problem-other-form =
    This looks like another form. Only { $matched } of { $rows } rows fit the { $asked } recommendations{ $years ->
        [none] {""}
       *[other] , and the form names { $years }
    }{ $expected ->
        [none] {""}
       *[other] { " " }where { $expected } is asked about
    }. Nothing was read. Send the form of the right period.
problem-no-form-found = The file has no table or list that answers the recommendations. Send the filled-in form.
problem-nothing-read = Not a single status was read from the file. If it is the blank form, send the filled-in one. If the answers are in the file, write Green, Yellow, Red or Not participating beside each recommendation.
problem-too-long = The file has { $rows } rows or paragraphs. A form has { $most } at most, so nothing was read. Send only the form itself.

# The municipality

problem-municipality-unknown = The file does not say which municipality answers. Choose the municipality.
problem-municipality-several = The file names several municipalities, and none of them is clearly the one that answers. Choose the municipality.
problem-municipality-file-name = The form is from { $name }, but the file’s name says { $other }. Confirm the municipality.
problem-municipality-property = The form is from { $name }, but the file’s properties say { $other }. Confirm the municipality.

# Blank forms

problem-template-empty = The file has no recommendations. A blank form has a table with a column for the status and headings that say must or may.
problem-template-no-obligation = { problem-place } stands under no heading that says must or may: “{ $text }”. Insert the heading and try again.
