/** Texts that have broken pages before, one per trick. */
export const HOSTILE_TEXTS: Readonly<Record<string, string>> = {
  'a script element': '<script>document.title = "owned"</script>',
  'an image that fails': '<img src=x onerror="document.title = \'owned\'">',
  'the end of an attribute':
    '" onmouseover="document.title = \'owned\'" autofocus onfocus="document.title = \'owned\'" x="',
  'the end of the title, of a style sheet and of a comment':
    '</title></style>--><script>document.title = "owned"</script>',
  'the end of a preformatted text': '</pre></textarea><svg onload="document.title = \'owned\'">',
  'an entity': '&lt;script&gt;&#60;script&#62;&quot;',
  'a template': '${document.title = "owned"} {{constructor.constructor("x")()}}',
  'an address that runs': 'javascript:document.title="owned"',
  'a style': 'x:expression(1);background:url(//evil.example/x)}*{display:none}',
  'a right-to-left override': 'invoice \u202Egnp.exe \u2066x',
  'a null and a terminal escape': 'a\u0000b\u001B]0;owned\u0007c',
  'half a character': 'a\uD83D b\uDE00 c',
  'a newline in a name': 'a\r\nContent-Type: text/html\r\n\r\n<script>',
  'a UTF-7 script': '+ADw-script+AD4-document.title+AD0-1+ADw-/script+AD4-',
};
