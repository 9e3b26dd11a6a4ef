/**
 * Hosts that say nothing about who a company is: mailbox providers, and sites on which anybody has a page. Collected by hand
 * from general knowledge. Hosts under which each customer has a name of its own (`contoso.wordpress.com`) are no concern
 * here: the private section of the public suffix list splits them.
 */
export const SHARED_HOSTS: ReadonlySet<string> = new Set(
  // Mailbox providers
  (
    'gmail.com googlemail.com outlook.com outlook.de outlook.fr outlook.es outlook.it hotmail.com hotmail.co.uk hotmail.fr ' +
    'hotmail.de hotmail.it hotmail.es live.com live.co.uk live.de live.fr live.nl msn.com yahoo.com yahoo.co.uk yahoo.fr yahoo.de ' +
    'yahoo.it yahoo.es yahoo.co.jp yahoo.co.in yahoo.com.br yahoo.ca yahoo.com.au ymail.com rocketmail.com icloud.com me.com mac.com ' +
    'aol.com aim.com gmx.de gmx.net gmx.at gmx.ch gmx.com gmx.fr web.de t-online.de freenet.de arcor.de 1und1.de online.de ' +
    'vodafone.de bluewin.ch hispeed.ch sunrise.ch aon.at chello.at utanet.at a1.net orange.fr wanadoo.fr free.fr laposte.net sfr.fr ' +
    'neuf.fr bbox.fr libero.it virgilio.it tiscali.it alice.it tin.it telefonica.net terra.es telenet.be skynet.be proximus.be ' +
    'ziggo.nl kpnmail.nl xs4all.nl planet.nl hetnet.nl home.nl btinternet.com btopenworld.com btconnect.com sky.com virginmedia.com ' +
    'ntlworld.com talktalk.net blueyonder.co.uk tiscali.co.uk eircom.net telia.com bredband.net online.no broadpark.no tdcadsl.dk ' +
    'mail.dk wp.pl o2.pl onet.pl interia.pl op.pl poczta.fm seznam.cz centrum.cz atlas.cz azet.sk freemail.hu citromail.hu abv.bg ' +
    'mail.bg mail.ru yandex.ru yandex.com bk.ru list.ru inbox.ru rambler.ru ukr.net i.ua qq.com 163.com 126.com sina.com sina.cn ' +
    'sohu.com yeah.net foxmail.com aliyun.com 139.com naver.com hanmail.net daum.net nate.com rediffmail.com indiatimes.com ' +
    'uol.com.br bol.com.br terra.com.br ig.com.br prodigy.net.mx comcast.net verizon.net att.net sbcglobal.net bellsouth.net ' +
    'cox.net charter.net earthlink.net juno.com optonline.net frontier.com windstream.net shaw.ca rogers.com bell.net sympatico.ca ' +
    'telus.net bigpond.com bigpond.net.au optusnet.com.au iinet.net.au xtra.co.nz mweb.co.za telkomsa.net protonmail.com proton.me ' +
    'pm.me tutanota.com tuta.io fastmail.com zoho.com mail.com email.com hushmail.com inbox.com hinet.net netvigator.com biglobe.ne.jp ' +
    'nifty.com ocn.ne.jp docomo.ne.jp softbank.ne.jp ezweb.ne.jp ' +
    // Sites with pages of many
    'facebook.com instagram.com twitter.com x.com linkedin.com youtube.com tiktok.com pinterest.com xing.com vk.com wikipedia.org ' +
    'google.com sites.google.com goo.gl bit.ly linktr.ee wordpress.com blogspot.com wixsite.com wix.com weebly.com squarespace.com ' +
    'jimdo.com jimdosite.com webnode.com tumblr.com medium.com github.com github.io gitlab.io business.site site123.me strikingly.com ' +
    'godaddysites.com myshopify.com shopify.com etsy.com ebay.com ebay.de ebay.co.uk amazon.com amazon.de amazon.co.uk alibaba.com ' +
    'made-in-china.com indiamart.com tripadvisor.com booking.com airbnb.com yelp.com apple.com play.google.com archive.org ' +
    'azurewebsites.net herokuapp.com netlify.app vercel.app web.app firebaseapp.com sharepoint.com office.com microsoft.com ' +
    'eventbrite.com justgiving.com gofundme.com companieshouse.gov.uk service.gov.uk'
  ).split(' '),
);

/** The initial domain of a Microsoft tenant, in each cloud. */
export const TENANT_HOSTS: readonly string[] = [
  'onmicrosoft.com',
  'onmicrosoft.us',
  'onmicrosoft.de',
  'partner.onmschina.cn',
];

/** What people or sign-up pages hang behind the name when the plain label is taken. Longest first where one ends another. */
export const LABEL_ENDINGS: readonly string[] = (
  'international corporation technologies company holdings limited online global office group cloud corp tech m365 o365 365 inc ltd llc plc gmbh ' +
  'llp hq it ag sa bv uk us eu de'
).split(' ');

/** Beginnings of labels that a sign-up page, a reseller or a test programme made up. */
export const MADE_UP_LABEL =
  /^(netorg(ft)?|m365x|office365|o365|itadmin|admin|msp|tenant|csp|microsoft365|ms365|cloud|it|demo|test|trial|contoso)?\d{4,}[a-z]?$/;
