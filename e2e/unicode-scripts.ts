/** Every script of Unicode 15 that has letters or signs of its own, by its ISO 15924 code. */
const scripts = `
  Adlm Aghb Ahom Arab Armi Armn Avst Bali Bamu Bass Batk Beng Bhks Bopo Brah Brai Bugi Buhd Cakm Cans Cari Cham Cher Chrs Copt
  Cpmn Cprt Cyrl Deva Diak Dogr Dsrt Dupl Egyp Elba Elym Ethi Geor Glag Gong Gonm Goth Gran Grek Gujr Guru Hang Hani Hano Hatr
  Hebr Hira Hluw Hmng Hmnp Hung Ital Java Kali Kana Kawi Khar Khmr Khoj Kits Knda Kthi Lana Laoo Latn Lepc Limb Lina Linb Lisu
  Lyci Lydi Mahj Maka Mand Mani Marc Medf Mend Merc Mero Mlym Modi Mong Mroo Mtei Mult Mymr Nagm Nand Narb Nbat Newa Nkoo Nshu
  Ogam Olck Orkh Orya Osge Osma Ougr Palm Pauc Perm Phag Phli Phlp Phnx Plrd Prti Rjng Rohg Runr Samr Sarb Saur Sgnw Shaw Shrd
  Sidd Sind Sinh Sogd Sogo Sora Soyo Sund Sylo Syrc Tagb Takr Tale Talu Taml Tang Tavt Telu Tfng Tglg Thaa Thai Tibt Tirh Tnsa
  Toto Ugar Vaii Vith Wara Wcho Xpeo Xsux Yezi Yiii Zanb`
  .trim()
  .split(/\s+/);

/** A name that a party may have, in one script. */
export interface ScriptName {
  /** Code of the script, and of the party. */
  readonly code: string;
  /** NFC, as the ledger keeps it. */
  readonly name: string;
}

/** A name of four characters in every script, from the middle of its letters, and two of what is between scripts. */
export function namesInEveryScript(): ScriptName[] {
  const characters = everyCharacter();

  const names = scripts.map((code) => {
    const own = characters.match(new RegExp(`\\p{Script=${code}}`, 'gu')) ?? [];
    const middle = Math.max(0, Math.floor(own.length / 2) - 2);
    return {
      code,
      name: own
        .slice(middle, middle + 4)
        .join('')
        .normalize('NFC'),
    };
  });

  return [...names, { code: 'Zinh', name: 'Zoë Ạ̊ngström' }, { code: 'Zsye', name: '👩🏽‍💻 & Co 🏴󠁧󠁢󠁳󠁣󠁴󠁿' }].map(
    ({ code, name }) => ({ code, name: name.normalize('NFC') }),
  );
}

/** Letters and signs; marks alone are no name. */
function everyCharacter(): string {
  const found: string[] = [];
  const isSign = /[\p{L}\p{So}]/u;

  for (let code = 0x41; code <= 0x32_3af; code += 1) {
    const character = String.fromCodePoint(code);
    if (isSign.test(character)) found.push(character);
  }
  return found.join('');
}
