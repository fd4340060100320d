/** Media types by file extension. Browsers do not report some of them if the program for the file is not installed. */
const typeByExtension: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  eml: 'message/rfc822',
  gif: 'image/gif',
  heic: 'image/heic',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  log: 'text/plain',
  mp4: 'video/mp4',
  odp: 'application/vnd.oasis.opendocument.presentation',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odt: 'application/vnd.oasis.opendocument.text',
  pdf: 'application/pdf',
  png: 'image/png',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  rtf: 'application/rtf',
  txt: 'text/plain',
  webp: 'image/webp',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml',
  zip: 'application/zip',
};

// Alternative names of media types. Windows reports a ZIP archive as `x-zip-compressed`.
const otherNames: Readonly<Record<string, string>> = {
  'application/x-zip-compressed': 'application/zip',
  'text/xml': 'application/xml',
};

/**
 * Returns the media type to declare for a file: by its extension if that is known, because browsers differ between
 * systems.
 */
export function contentTypeOf(file: { name: string; type: string }): string {
  const extension = file.name.toLowerCase().split('.').pop() ?? '';
  const type = file.type.split(';')[0]?.trim().toLowerCase() ?? '';
  return typeByExtension[extension] ?? otherNames[type] ?? (type || 'application/octet-stream');
}

/** The usual names of file types, by file extension. Other types are named like their extension. */
const usualNames: Readonly<Record<string, string>> = {
  doc: 'Word',
  docx: 'Word',
  jpeg: 'JPG',
  odp: 'OpenDocument',
  ods: 'OpenDocument',
  odt: 'OpenDocument',
  ppt: 'PowerPoint',
  pptx: 'PowerPoint',
  xls: 'Excel',
  xlsx: 'Excel',
};

/** Returns the usual names of media types, sorted and without duplicates: «CSV, Excel, PDF, Word». */
export function typeNames(types: readonly string[]): string {
  const names = types.map((declared) => {
    const type = otherNames[declared] ?? declared;
    const extensions = Object.keys(typeByExtension).filter((key) => typeByExtension[key] === type);
    const extension = (type === 'text/plain' ? 'txt' : extensions[0]) ?? type.split('/').pop() ?? type;
    return usualNames[extension] ?? extension.toUpperCase();
  });
  return [...new Set(names)].sort((a, b) => a.localeCompare(b)).join(', ');
}
