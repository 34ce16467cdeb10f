namespace IncidentReporting.Application.Incidents.PreviewAttachment;

/// <summary>Reads a stream forward by pieces of a size.</summary>
internal sealed class PieceReader(Stream source)
{
    private readonly byte[] _buffer = new byte[32 * 1024];
    private int _from;
    private int _to;

    /// <summary>The next byte; -1 at the end.</summary>
    public async ValueTask<int> NextAsync(CancellationToken cancellationToken) => await FillAsync(cancellationToken) ? _buffer[_from++] : -1;

    /// <summary>So many bytes, or as many as there are. Not for lengths that a file names and that could be large.</summary>
    public async ValueTask<byte[]> TakeAsync(int count, CancellationToken cancellationToken)
    {
        using var taken = new MemoryStream(count);
        await CopyAsync(count, taken, cancellationToken);
        return taken.ToArray();
    }

    public async ValueTask CopyAsync(long count, Stream target, CancellationToken cancellationToken)
    {
        while (count > 0 && await FillAsync(cancellationToken))
        {
            var part = (int)Math.Min(count, _to - _from);
            await target.WriteAsync(_buffer.AsMemory(_from, part), cancellationToken);
            _from += part;
            count -= part;
        }
    }

    public ValueTask SkipAsync(long count, CancellationToken cancellationToken) => CopyAsync(count, Stream.Null, cancellationToken);

    /// <summary>Copies the coded picture up to the next marker that is not part of it, and answers that marker; null at the end.</summary>
    public async ValueTask<byte?> CopyScanAsync(Stream target, CancellationToken cancellationToken)
    {
        while (await FillAsync(cancellationToken))
        {
            var at = _buffer.AsSpan(_from, _to - _from).IndexOf((byte)0xFF);
            await CopyAsync(at < 0 ? _to - _from : at, target, cancellationToken);
            if (at < 0)
            {
                continue;
            }

            _from++;
            var next = await NextAsync(cancellationToken);
            while (next == 0xFF)
            {
                next = await NextAsync(cancellationToken);
            }

            if (next is not (0x00 or (>= 0xD0 and <= 0xD7)))
            {
                return next < 0 ? null : (byte)next;
            }

            await target.WriteAsync(new byte[] { 0xFF, (byte)next }, cancellationToken);
        }

        return null;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_from == _to)
        {
            _from = 0;
            _to = await source.ReadAsync(_buffer, cancellationToken);
        }

        return _to > 0;
    }
}
