# Hvorfor en fil ikke kunne læses, og hvad afsenderen kan gøre.
documents-unknown-format = Filens format kendes ikke. Gem den som Word (.docx), Excel (.xlsx), OpenDocument (.odt, .ods), PDF, HTML eller CSV, og prøv igen.
documents-empty-file = Filen er tom. Se efter, om den rigtige fil blev valgt, og send den igen.
documents-old-word = Filen er i Words gamle format (.doc). Åbn den i Word, vælg Gem som, og vælg Word-dokument (.docx).
documents-old-excel = Filen er i et Excel-format, der ikke kan læses (.xls eller .xlsb). Åbn den i Excel, vælg Gem som, og vælg Excel-projektmappe (.xlsx).
documents-encrypted = Filen er beskyttet med adgangskode. Fjern adgangskoden, gem filen, og send den igen.
documents-damaged = Filen er beskadiget eller ikke kommet helt med. Åbn den i det program, den er lavet i, gem den igen, og send den på ny.
documents-xml-entities = Filen indeholder definitioner, som intet kontorprogram laver, og bliver ikke læst. Åbn den i Word, Excel eller LibreOffice, gem den igen, og send den nye fil.
documents-file-too-large = Filen er for stor. Fjern billeder og bilag, eller del den i flere filer.
documents-unpacked-too-large = Filen fylder for meget, når den pakkes ud. Fjern billeder og bilag, eller kopier skemaet over i et nyt dokument.
documents-nested-too-deep = Filen har for mange lag inden i hinanden. Kopier skemaet over i et nyt dokument, og send det.
documents-too-many-cells = Filen har langt flere celler end et skema. Kopier skemaet over i et nyt dokument eller ark, og send det.
documents-too-many-paragraphs = Filen har langt flere afsnit eller sider end et skema. Send kun siderne med skemaet.
documents-too-much-text = Filen har langt mere tekst end et skema. Send kun siderne med skemaet.
documents-scanned-pdf = PDF-filen består af billeder uden tekst, for eksempel fra en scanner. Send filen, den er lavet af, eller en PDF gemt direkte fra programmet.
documents-took-too-long = Det tog for lang tid at læse filen. Gem den som et nyt dokument med kun skemaet, og prøv igen.
documents-too-much-memory = Filen krævede for meget hukommelse at læse. Gem den som et nyt dokument med kun skemaet, og prøv igen.
documents-reader-crashed = Filen kunne ikke læses, fordi læseren gik i stå. Gem den i et andet format, for eksempel .docx, og prøv igen. Fortæl os gerne om filen.
