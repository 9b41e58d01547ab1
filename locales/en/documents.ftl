# Why a file could not be read, and what its sender can do.
documents-unknown-format = The file's format is not known. Save it as Word (.docx), Excel (.xlsx), OpenDocument (.odt, .ods), PDF, HTML or CSV and try again.
documents-empty-file = The file is empty. Check that the right file was chosen and send it again.
documents-old-word = The file is in Word's old format (.doc). Open it in Word, choose Save as, and choose Word document (.docx).
documents-old-excel = The file is in an Excel format that cannot be read (.xls or .xlsb). Open it in Excel, choose Save as, and choose Excel workbook (.xlsx).
documents-encrypted = The file is protected by a password. Remove the password, save the file, and send it again.
documents-damaged = The file is damaged or did not arrive whole. Open it in the program it was made in, save it again, and send it anew.
documents-xml-entities = The file holds definitions that no office program makes, and is not read. Open it in Word, Excel or LibreOffice, save it again, and send the new file.
documents-file-too-large = The file is too large. Remove pictures and attachments, or split it into several files.
documents-unpacked-too-large = The file is too large once it is unpacked. Remove pictures and attachments, or copy the form into a new document.
documents-nested-too-deep = The file has too many layers inside one another. Copy the form into a new document and send that.
documents-too-many-cells = The file has far more cells than a form. Copy the form into a new document or sheet and send that.
documents-too-many-paragraphs = The file has far more paragraphs or pages than a form. Send only the pages with the form.
documents-too-much-text = The file has far more text than a form. Send only the pages with the form.
documents-scanned-pdf = The PDF consists of pictures without text, for example from a scanner. Send the file that it was made from, or a PDF saved directly from the program.
documents-took-too-long = Reading the file took too long. Save it as a new document with only the form, and try again.
documents-too-much-memory = Reading the file took too much memory. Save it as a new document with only the form, and try again.
documents-reader-crashed = The file could not be read because the reader stopped. Save it in another format, for example .docx, and try again. Please tell us about the file.
