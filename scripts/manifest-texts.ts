import type { Language } from '../src/domain/language';

/** Texts that stand in the app package and that the bot itself never says. */
export interface ManifestTexts {
  /** Prompt starters, by the command that each asks for: sentences that the bot understands. */
  readonly starters: Readonly<Record<'list' | 'review' | 'invite_link' | 'undo', string>>;
  readonly find: {
    readonly title: string;
    readonly description: string;
    readonly field: string;
    readonly fieldDescription: string;
    readonly sample: string;
  };
  readonly who: { readonly title: string; readonly description: string };
}

export const MANIFEST_TEXTS: Readonly<Record<Language, ManifestTexts>> = {
  en: {
    starters: {
      list: 'What waits for a customer?',
      review: 'Go through the open accounts',
      invite_link: 'Give me the invitation link',
      undo: 'Undo my last decision',
    },
    find: {
      title: 'Find a company',
      description: 'Whether a company has accepted, and which customer it is; puts a card with it into your message',
      field: 'Company',
      fieldDescription: 'Name, domain, tenant ID, customer number or town',
      sample: 'Has Contoso accepted our invitation?',
    },
    who: {
      title: 'Who is this?',
      description: 'Finds the companies in a message, tells where each stands, and what you can do',
    },
  },
  de: {
    starters: {
      list: 'Was wartet auf einen Kunden?',
      review: 'Die offenen Konten durchgehen',
      invite_link: 'Gib mir den Einladungslink',
      undo: 'Letzte Entscheidung zurücknehmen',
    },
    find: {
      title: 'Firma finden',
      description: 'Ob eine Firma angenommen hat und welcher Kunde sie ist; setzt eine Karte damit in Ihre Nachricht',
      field: 'Firma',
      fieldDescription: 'Name, Domain, Mandanten-ID, Kundennummer oder Ort',
      sample: 'Hat Contoso unsere Einladung angenommen?',
    },
    who: {
      title: 'Wer ist das?',
      description: 'Findet die Firmen in einer Nachricht, sagt, wie es um jede steht und was Sie tun können',
    },
  },
  fr: {
    starters: {
      list: 'Qu’est-ce qui attend un client ?',
      review: 'Passer en revue les comptes',
      invite_link: 'Donne-moi le lien d’invitation',
      undo: 'Annule ma dernière décision',
    },
    find: {
      title: 'Trouver une entreprise',
      description: 'Si une entreprise a accepté et quel client c’est ; insère une carte dans votre message',
      field: 'Entreprise',
      fieldDescription: 'Nom, domaine, ID de locataire, numéro de client ou ville',
      sample: 'Contoso a-t-elle accepté notre invitation ?',
    },
    who: {
      title: 'Qui est-ce ?',
      description: 'Trouve les entreprises d’un message, dit où en est chacune et ce que vous pouvez faire',
    },
  },
  es: {
    starters: {
      list: '¿Qué espera un cliente?',
      review: 'Revisar las cuentas abiertas',
      invite_link: 'Dame el enlace de invitación',
      undo: 'Deshaz mi última decisión',
    },
    find: {
      title: 'Buscar una empresa',
      description: 'Si una empresa ha aceptado y qué cliente es; inserta una tarjeta en su mensaje',
      field: 'Empresa',
      fieldDescription: 'Nombre, dominio, ID de inquilino, número de cliente o ciudad',
      sample: '¿Ha aceptado Contoso nuestra invitación?',
    },
    who: {
      title: '¿Quién es?',
      description: 'Encuentra las empresas de un mensaje, dice cómo está cada una y qué puede hacer',
    },
  },
  nl: {
    starters: {
      list: 'Wat is nog niet gekoppeld?',
      review: 'De open accounts doorlopen',
      invite_link: 'Geef me de uitnodigingslink',
      undo: 'Maak mijn beslissing ongedaan',
    },
    find: {
      title: 'Bedrijf zoeken',
      description: 'Of een bedrijf heeft geaccepteerd en welke klant het is; zet een kaart in uw bericht',
      field: 'Bedrijf',
      fieldDescription: 'Naam, domein, tenant-ID, klantnummer of plaats',
      sample: 'Heeft Contoso onze uitnodiging geaccepteerd?',
    },
    who: {
      title: 'Wie is dit?',
      description: 'Vindt de bedrijven in een bericht, zegt hoe elk ervoor staat en wat u kunt doen',
    },
  },
};
