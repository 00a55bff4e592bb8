namespace TopHalf;

/// <summary>
/// All that a driver declares, as data: generated as <c>Manifest</c> of the driver class, immutable, readable from any thread.
/// </summary>
public sealed class DriverManifest
{
    private readonly HandlerManifest[] _handlers;
    private readonly Step[] _release;
    private HandlerManifest?[]? _byVector; // made when it is first asked for; by two threads at once it is made twice

    /// <summary>Called by generated code; the arrays are owned by the manifest from then on.</summary>
    /// <param name="driver">The full name of the driver class.</param>
    /// <param name="vendorId">The declared PCI vendor id; 0 for any.</param>
    /// <param name="deviceId">The declared PCI device id; 0 for any.</param>
    /// <param name="handlers">The handlers, by first vector.</param>
    /// <param name="release">The steps that leave the device quiet when the driver goes away.</param>
    /// <param name="isLine">The handlers are those of the level-triggered line, which counts as vector 0.</param>
    /// <param name="sharesVectors">Vectors share where there are too few.</param>
    public DriverManifest(
        string driver, ushort vendorId, ushort deviceId, HandlerManifest[] handlers, Step[] release, bool isLine = false, bool sharesVectors = false)
    {
        Driver = driver;
        VendorId = vendorId;
        DeviceId = deviceId;
        _handlers = handlers;
        _release = release;
        IsLine = isLine;
        SharesVectors = sharesVectors;
    }

    /// <summary>The full name of the driver class.</summary>
    public string Driver { get; }

    /// <summary>The declared PCI vendor id; 0 for any.</summary>
    public ushort VendorId { get; }

    /// <summary>The declared PCI device id; 0 for any.</summary>
    public ushort DeviceId { get; }

    /// <summary>The handlers are those of the level-triggered line, which counts as vector 0.</summary>
    public bool IsLine { get; }

    /// <summary>Vectors share where there are too few (<see cref="VectorShortage.Share"/>).</summary>
    public bool SharesVectors { get; }

    /// <summary>The handlers, by first vector.</summary>
    public ReadOnlySpan<HandlerManifest> Handlers => _handlers;

    /// <summary>The steps that leave the device quiet when the driver goes away.</summary>
    public ReadOnlySpan<Step> Release => _release;

    /// <summary>Every declared vector, ascending.</summary>
    internal int[] DeclaredVectors()
    {
        var vectors = new List<int>();
        foreach (HandlerManifest handler in _handlers)
        {
            foreach (VectorRange range in handler.Vectors)
            {
                vectors.AddRange(Enumerable.Range(range.First, range.Count));
            }
        }

        vectors.Sort();
        return [.. vectors];
    }

    /// <summary>The handler of a vector; null where none is declared.</summary>
    internal HandlerManifest? HandlerOf(int vector)
    {
        HandlerManifest?[] handlers = _byVector ??= IndexHandlers();
        return (uint)vector < (uint)handlers.Length ? handlers[vector] : null;
    }

    private HandlerManifest?[] IndexHandlers()
    {
        var handlers = new HandlerManifest?[_handlers.Length == 0 ? 0 : _handlers.Max(static h => h.EndOfVectors)];
        foreach (HandlerManifest handler in _handlers)
        {
            foreach (VectorRange range in handler.Vectors)
            {
                handlers.AsSpan(range.First, range.Count).Fill(handler);
            }
        }

        return handlers;
    }
}
