using IncidentReporting.Application.Mail;

namespace IncidentReporting.Infrastructure.Mail;

/// <summary>Keeps the queue back while the settings or the server refuse everything, and lets one mail through now and then to see whether that is over.</summary>
internal sealed class MailQueueStatus : IMailQueueStatus
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private readonly Lock _gate = new();
    private TimeSpan _pause = FirstPause;
    private DateTimeOffset _until = DateTimeOffset.MinValue;

    public MailQueueFault? Fault { get; private set; }

    public bool IsPaused(DateTimeOffset now)
    {
        lock (_gate)
        {
            // A clock that is moved back makes no pause longer.
            return Fault is not null && now < _until && _until - now <= LongestPause;
        }
    }

    public void Pause(string phase, int? code, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (Fault is null)
            {
                _pause = FirstPause;
            }
            else if (now >= _until)
            {
                _pause = _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
            }

            Fault = new MailQueueFault(phase, code, Fault?.Since ?? now);
            _until = now + _pause;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            Fault = null;
        }
    }
}
