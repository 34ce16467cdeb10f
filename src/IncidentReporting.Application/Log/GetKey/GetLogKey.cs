using IncidentReporting.Application.Common;
using MediatR;

namespace IncidentReporting.Application.Log.GetKey;

/// <summary>The key that the log's checkpoints are checked with.</summary>
public sealed record GetLogKeyQuery : IQuery<string>;

internal sealed class GetLogKeyHandler(ILogKey key) : IRequestHandler<GetLogKeyQuery, string>
{
    public Task<string> Handle(GetLogKeyQuery request, CancellationToken cancellationToken) => Task.FromResult(key.PublicKey());
}
