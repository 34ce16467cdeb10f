using System.Security.Cryptography;
using IncidentReporting.Application.Incidents.Attach;

namespace IncidentReporting.Infrastructure.Evidence;

/// <summary>The content of a sealed file, from its start to its end. What does not open is said by <see cref="EvidenceDamagedException"/>; no byte of such a piece comes out.</summary>
internal sealed class SealedReader(Stream file, Guid id, ReadOnlySpan<byte> key) : Stream
{
    private readonly SealedPieces _pieces = new(id, key);
    private readonly byte[] _sealed = new byte[SealedPieces.SealedLength];
    private readonly byte[] _piece = new byte[SealedPieces.PieceLength];
    private int _taken;
    private int _filled;
    private bool _isOver;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private bool NeedsMore => _taken == _filled && !_isOver;

    /// <summary>Opens the first piece, so that a damaged file is found before anything is sent.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken) => await FillAsync(cancellationToken);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (NeedsMore && !buffer.IsEmpty)
        {
            await FillAsync(cancellationToken);
        }

        return Take(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (NeedsMore && count > 0)
        {
            Fill(file.ReadAtLeast(_sealed, _sealed.Length, throwOnEndOfStream: false));
        }

        return Take(buffer.AsSpan(offset, count));
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _pieces.Dispose();
            file.Dispose();
            Array.Clear(_piece);
        }

        base.Dispose(disposing);
    }

    private int Take(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _filled - _taken);
        _piece.AsSpan(_taken, count).CopyTo(buffer);
        _taken += count;
        return count;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken) =>
        Fill(await file.ReadAtLeastAsync(_sealed, _sealed.Length, throwOnEndOfStream: false, cancellationToken));

    private void Fill(int read)
    {
        try
        {
            _isOver = read < _sealed.Length || file.Position == file.Length;
            _filled = _pieces.Open(_sealed.AsSpan(0, read), _piece, _isOver);
            _taken = 0;
        }
        catch (CryptographicException)
        {
            _isOver = true;
            _filled = _taken = 0;
            throw new EvidenceDamagedException();
        }
    }
}
