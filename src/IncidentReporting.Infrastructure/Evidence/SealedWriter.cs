namespace IncidentReporting.Infrastructure.Evidence;

/// <summary>Writes a file in sealed pieces as it comes; the last piece with <see cref="CompleteAsync"/>.</summary>
internal sealed class SealedWriter(Stream file, Guid id, ReadOnlySpan<byte> key) : IDisposable
{
    private readonly SealedPieces _pieces = new(id, key);
    private readonly byte[] _piece = new byte[SealedPieces.PieceLength];
    private readonly byte[] _sealed = new byte[SealedPieces.SealedLength];
    private int _filled;

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        while (!content.IsEmpty)
        {
            // A full piece waits until more comes: only then is it known not to be the last.
            if (_filled == _piece.Length)
            {
                await PutAsync(isLast: false, cancellationToken);
            }

            var taken = Math.Min(content.Length, _piece.Length - _filled);
            content[..taken].CopyTo(_piece.AsMemory(_filled));
            _filled += taken;
            content = content[taken..];
        }
    }

    public ValueTask CompleteAsync(CancellationToken cancellationToken) => PutAsync(isLast: true, cancellationToken);

    public void Dispose()
    {
        _pieces.Dispose();
        Array.Clear(_piece);
    }

    private async ValueTask PutAsync(bool isLast, CancellationToken cancellationToken)
    {
        var length = _pieces.Seal(_piece.AsSpan(0, _filled), _sealed, isLast);
        _filled = 0;
        await file.WriteAsync(_sealed.AsMemory(0, length), cancellationToken);
    }
}
