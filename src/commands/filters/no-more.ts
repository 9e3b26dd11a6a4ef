/** "Stop telling me about new accounts": an order to announce them no more, and no question which there are. */
const NO_MORE =
  /^(?:(?:please|pls|bitte|por favor|s['’]il (?:te|vous) pla[iî]t|alsjeblieft|graag)[, ]+)?(?:(?:can|could|would|will) you (?:please )?)?(?:stop (?:\p{L}+ing\b|de )|(?:do not|don['’]?t|no need to|never) (?:tell|notify|announce|post|show|send|ping|inform|alert|bother|keep)|no more |quit |hör(?:e|t)? (?:bitte )?auf|(?:melde|sag|schick|zeig|kündige)\p{L}* (?:mir |uns |hier )?(?:\p{L}+ ){0,3}(?:nicht mehr|keine)|keine .{0,40}mehr|arr[êe]te[zr]?[ -]|ne (?:me |nous )?(?:\p{L}+ ){1,3}plus|plus d['’e]|deja de |dejad de |no (?:me|nos) (?:avises|digas|muestres|notifiques|anuncies)|stop met |(?:meld|vertel|toon|stuur)\p{L}* (?:me |mij |ons |hier )?(?:\p{L}+ ){0,3}(?:niet meer|geen)|geen .{0,40}meer)/iu;
const NEW_ACCOUNTS =
  /(?<!\p{L})(?:new|neue\w*|nouveaux?|nouvelles?|nuev[ao]s?|nieuwe?)\s+(?:provider |customer )?(?:accounts?|customers?|clients?|tenants?|acceptances?|ones|konten|kunden|comptes?|clients?|cuentas?|clientes?|klanten)(?!\p{L})/iu;

export function isAnnouncedNoMore(plain: string): boolean {
  return NO_MORE.test(plain) && NEW_ACCOUNTS.test(plain);
}
