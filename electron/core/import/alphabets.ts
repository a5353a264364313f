const german = 'äöüß';
const western = [
  'àâæçéèêëîïôœùûüÿ',
  german,
  'áéíñóúüºª',
  'àáâãçéêíóôõúü',
  'àèéìíîòóùú',
  'åæøäöéü',
  'áéíóúýþæöð',
  'áèéêëíïóöúü',
  'àçèéíïòóúü',
];
const central = ['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'ăâîșțşţ', 'čćđšž', german];
const turkish = ['çğıöşüâîû', ...western];
const baltic = ['ąčęėįšųūž', 'āčēģīķļņšūž', 'äöõüšž', ...western];

const russian = 'абвгдежзийклмнопрстуфхцчшщъыьэюяё';
const cyrillic = [russian, `${russian}іїєґў`, 'абвгдђежзијклљмнњопрстћуфхцчџшѓѕќ'];

const alphabets: Readonly<Record<string, readonly ReadonlySet<string>[]>> = Object.fromEntries(
  Object.entries({
    'windows-1252': western,
    macintosh: western,
    ibm850: western,
    ibm437: western,
    ibm852: central,
    'windows-1250': central,
    'iso-8859-2': central,
    'windows-1254': turkish,
    'windows-1257': baltic,
    'windows-1251': cyrillic,
    'x-mac-cyrillic': cyrillic,
  }).map(([encoding, letters]) => [encoding, letters.map((each) => new Set(each))]),
);

/** How many of the counted letters (beyond ASCII, in lower case) are of no language an encoding was made for, the best language taken; 0 where an encoding says nothing of languages. */
export function strangeLetters(counts: ReadonlyMap<string, number>, encoding: string): number {
  const languages = alphabets[encoding];
  if (languages === undefined) return 0;
  const strange = languages.map((letters) =>
    [...counts].reduce((sum, [letter, count]) => sum + (letters.has(letter) ? 0 : count), 0),
  );
  return Math.min(...strange);
}
