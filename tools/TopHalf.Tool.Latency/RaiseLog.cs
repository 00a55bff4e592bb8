using System.Diagnostics;
using System.IO.MemoryMappedFiles;

namespace TopHalf.Tool;

/// <summary>
/// When each interrupt was raised, from whoever raises to whoever receives, in memory that two processes can share. The raise comes after
/// its entry, so that no interrupt finds it missing.
/// </summary>
/// <remarks>One thread raises and one receives; neither waits for the other. Times are ticks of <see cref="Stopwatch"/>, which are nanoseconds of CLOCK_MONOTONIC on Linux.</remarks>
internal sealed unsafe class RaiseLog : IDisposable
{
    /// <summary>Raises that can be on the way at a time.</summary>
    public const int Capacity = 1 << 16;

    // Places of 64 bits. What one side writes is apart from what the other does, by a cache line.
    private const int RaisedPlace = 0;
    private const int LatestPlace = 1;
    private const int ReceivedPlace = 16;
    private const int StopPlace = 32;
    private const int FirstStamp = 48;
    private const long Length = (FirstStamp + Capacity) * sizeof(long);

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly long* _places;

    private RaiseLog(MemoryMappedFile file)
    {
        _file = file;
        _view = file.CreateViewAccessor(0, Length);
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _places = (long*)start;
    }

    /// <summary>How many were raised so far.</summary>
    [InterruptSafe]
    public long Raised => Volatile.Read(ref _places[RaisedPlace]);

    /// <summary>How many of them were received; written by the receiver.</summary>
    [InterruptSafe]
    public long Received
    {
        get => Volatile.Read(ref _places[ReceivedPlace]);
        set => Volatile.Write(ref _places[ReceivedPlace], value);
    }

    /// <summary>By how much the latest raise of all missed its time.</summary>
    public long Latest => Volatile.Read(ref _places[LatestPlace]);

    /// <summary>Whether the raiser is to end.</summary>
    public bool Stopped => Volatile.Read(ref _places[StopPlace]) != 0;

    /// <summary>A log within this process.</summary>
    public static RaiseLog Create() => new(MemoryMappedFile.CreateNew(null, Length));

    /// <summary>A log in a file, which must not be there yet.</summary>
    public static RaiseLog Create(string path) => new(MemoryMappedFile.CreateFromFile(path, FileMode.CreateNew, null, Length));

    /// <summary>The log that another process created.</summary>
    public static RaiseLog Open(string path) => new(MemoryMappedFile.CreateFromFile(path, FileMode.Open));

    /// <summary>When a raise was made; good until <see cref="Capacity"/> more are.</summary>
    [InterruptSafe]
    public long TimeOf(long raise) => _places[FirstStamp + (raise & (Capacity - 1))];

    /// <summary>Enters a raise that comes now.</summary>
    /// <param name="due">When it should have come.</param>
    /// <returns>False where so many are on the way that one would be forgotten; nothing is entered then.</returns>
    public bool TryEnter(long due)
    {
        long raise = _places[RaisedPlace];
        if (raise - Received >= Capacity)
        {
            return false;
        }

        long now = Stopwatch.GetTimestamp();
        _places[FirstStamp + (raise & (Capacity - 1))] = now;
        Volatile.Write(ref _places[LatestPlace], Math.Max(_places[LatestPlace], now - due));
        Volatile.Write(ref _places[RaisedPlace], raise + 1);
        return true;
    }

    /// <summary>Asks the raiser to end; it does within a tenth of a second.</summary>
    public void Stop() => Volatile.Write(ref _places[StopPlace], 1);

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
