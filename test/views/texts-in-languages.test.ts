import type { Language } from '../../src/domain/language';
import { SAMPLES } from './samples';
import { createSpeech } from '../../src/views/words/speech';

/** The whole text of a view in another language. */
function textOf(card: string, variant: string, language: Language): readonly string[] {
  const sample = SAMPLES.find((s) => s.card === card && s.variant === variant);
  return sample!.draw(createSpeech(language, { timeZone: 'Europe/Berlin' })).text.split('\n');
}

describe('what is said', () => {
  it('answers in German', () => {
    expect(textOf('status', 'accepted, mapped', 'de')).toEqual([
      'Ja. Contoso Maschinenbau hat am 12.05.2026 angenommen.',
      'contoso-mb.de',
      'Reseller-Beziehung: Angenommen am 12.05.2026 · Partner Center, vor 2 Minuten',
      'Vereinbarung (MCA): Nicht unterzeichnet · Partner Center, vor 2 Minuten',
      'Adminzugriff (GDAP): Aktiv bis 12.08.2026 · Microsoft Graph, vor 1 Stunde',
      'Kunde: Contoso Maschinenbau GmbH',
      'Als Nächstes: den Kunden bitten, die Microsoft-Kundenvereinbarung zu unterzeichnen; bis dahin schlagen Bestellungen fehl.',
      'Danach: in Work 365 den Abrechnungsvertrag jedes Abonnements prüfen.',
    ]);
  });
  it('answers in French', () => {
    expect(textOf('status', 'accepted, mapped', 'fr')).toEqual([
      'Oui. Contoso Maschinenbau a accepté le 12 mai 2026.',
      'contoso-mb.de',
      'Relation de revendeur: Acceptée le 12 mai 2026 · Partner Center, il y a 2 minutes',
      'Contrat client: Non signé · Partner Center, il y a 2 minutes',
      'Accès administrateur (GDAP): Actif jusqu’au 12 août 2026 · Microsoft Graph, il y a 1 heure',
      'Client: Contoso Maschinenbau GmbH',
      'Ensuite\u00a0: demander au client de signer le Contrat client Microsoft\u00a0; d’ici là, les commandes échouent.',
      'Puis\u00a0: vérifier dans Work 365 le contrat de facturation de chaque abonnement.',
    ]);
  });
  it('answers in Spanish', () => {
    expect(textOf('status', 'accepted, mapped', 'es')).toEqual([
      'Sí. Contoso Maschinenbau aceptó el 12 may 2026.',
      'contoso-mb.de',
      'Relación de revendedor: Aceptada el 12 may 2026 · Partner Center, hace 2 minutos',
      'Contrato de cliente: Sin firmar · Partner Center, hace 2 minutos',
      'Acceso de administrador (GDAP): Activo hasta el 12 ago 2026 · Microsoft Graph, hace 1 hora',
      'Cliente: Contoso Maschinenbau GmbH',
      'Siguiente paso: pedir al cliente que firme el Contrato de cliente de Microsoft; hasta entonces los pedidos fallan.',
      'Después: comprobar en Work 365 el contrato de facturación de cada suscripción.',
    ]);
  });
  it('answers in Dutch', () => {
    expect(textOf('status', 'accepted, mapped', 'nl')).toEqual([
      'Ja. Contoso Maschinenbau heeft op 12 mei 2026 geaccepteerd.',
      'contoso-mb.de',
      'Resellerrelatie: Geaccepteerd op 12 mei 2026 · Partner Center, 2 minuten geleden',
      'Overeenkomst (MCA): Niet ondertekend · Partner Center, 2 minuten geleden',
      'Beheerderstoegang (GDAP): Actief tot 12 aug 2026 · Microsoft Graph, 1 uur geleden',
      'Klant: Contoso Maschinenbau GmbH',
      'Volgende stap: de klant vragen de Microsoft-klantovereenkomst te ondertekenen; tot die tijd mislukken bestellingen.',
      'Daarna: in Work 365 het factureringscontract van elk abonnement nakijken.',
    ]);
  });
});
