using IncidentReporting.Application.Mail;

namespace IncidentReporting.Mail.Tests;

internal static class Mails
{
    public static readonly DateTimeOffset At = new(2026, 11, 21, 14, 3, 5, 250, TimeSpan.Zero);

    public static ComposedMail To(string address, string? key = null, string thread = "case-1") => new(
        key ?? Guid.NewGuid().ToString("N"), thread, "Åsa Öberg", address, "sv",
        "Påminnelse: Bekräfta och ta kontakt – ärende 2026-000123", "Hej!\n\n.en punkt först på raden\n\nÅtgärd å ä ö – klart\n",
        "<!DOCTYPE html>\n<html lang=\"sv\"><body><p>Hej å ä ö</p></body></html>\n", null, null, At);
}
