import { properName } from '../../src/domain/calendar';
import { windowsZone, WINDOWS_ZONES } from '../../src/teams/turns/windows-zones';

describe('the zones of Windows', () => {
  it('are zones that this machine knows', () => {
    const unknown = Object.entries(WINDOWS_ZONES).filter(([, zone]) => properName(zone) === undefined);

    expect(Object.keys(WINDOWS_ZONES).length).toBeGreaterThan(130);
    expect(unknown).toEqual([]);
  });

  it('are known by their own names only', () => {
    expect(windowsZone('Nepal Standard Time')).toBe('Asia/Kathmandu');
    expect([windowsZone('constructor'), windowsZone('Europe/Berlin')]).toEqual([undefined, undefined]);
  });
});
