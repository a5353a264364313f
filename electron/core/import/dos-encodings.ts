/** The upper halves of code pages of DOS, from 0x80; the Encoding Standard leaves them out, transcripts of those years do not. */
const upperHalves: Readonly<Record<string, string>> = {
  ibm437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
    '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  ibm850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
    '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  ibm852:
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐' +
    '└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0',
};

const otherNames: Readonly<Record<string, string>> = { cp437: 'ibm437', cp850: 'ibm850', cp852: 'ibm852' };

/** What decodes a code page of DOS, by any of its names; null for any other encoding. Every byte is a character there. */
export function dosDecoder(name: string): { encoding: string; decode: (bytes?: Uint8Array) => string } | null {
  const label = name.trim().toLowerCase();
  const encoding = otherNames[label] ?? label;
  const upper = Object.hasOwn(upperHalves, encoding) ? upperHalves[encoding]! : null;
  if (upper === null) return null;
  const decode = (bytes: Uint8Array = new Uint8Array()): string => {
    const units = Uint16Array.from(bytes, (byte) => (byte < 0x80 ? byte : upper.charCodeAt(byte - 0x80)));
    return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units);
  };
  return { encoding, decode };
}
