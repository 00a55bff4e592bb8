using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>
/// A queue of fixed capacity from one thread to one other: what a handler has found, for the thread that works on it. It allocates when it
/// is made and never again, takes no lock and makes no system call; full, it refuses.
/// </summary>
/// <typeparam name="T">What is handed over. It is copied in and out.</typeparam>
/// <remarks>
/// One thread at a time calls <see cref="TryEnqueue"/>, and one at a time <see cref="TryDequeue"/> and <see cref="TryPeek"/>: the handlers of one
/// receive thread are one. What the producer wrote before it enqueued is seen by who dequeues. Nobody is woken.
/// </remarks>
/// <example>
/// <code>
/// private readonly SpscRing&lt;Packet&gt; _received = new(256);
///
/// [MsiVector(1)]
/// private void OnReceive(in Interrupt irq)
/// {
///     if (!_received.TryEnqueue(new Packet(…)))
///     {
///         Volatile.Write(ref _lost, _lost + 1);
///     }
/// }
/// </code>
/// </example>
public sealed class SpscRing<T>
{
    private readonly T[] _items;
    private readonly int _mask;
    private RingPositions _positions;

    /// <summary>Makes an empty ring.</summary>
    /// <param name="capacity">Items that it holds; rounded up to a power of two, of at most 2^30.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is below 1 or above 2^30.</exception>
    public SpscRing(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, 1 << 30);
        _items = new T[BitOperations.RoundUpToPowerOf2((uint)capacity)];
        _mask = _items.Length - 1;
    }

    /// <summary>Items that it holds.</summary>
    [InterruptSafe]
    public int Capacity => _items.Length;

    /// <summary>Items that are in it: any thread; to others than the two it is over when they see it.</summary>
    [InterruptSafe]
    public int Count
    {
        get
        {
            // The head first: the tail is never behind a head that was read before it, and both may have gone on.
            long head = Volatile.Read(ref _positions.Head);
            return (int)Math.Min(Volatile.Read(ref _positions.Tail) - head, _items.Length);
        }
    }

    /// <summary>Nothing is in it; as <see cref="Count"/>.</summary>
    [InterruptSafe]
    public bool IsEmpty => Count == 0;

    /// <summary>Puts an item at the end. The producer's thread.</summary>
    /// <returns>False where the ring is full; then nothing is done.</returns>
    [InterruptSafe]
    public bool TryEnqueue(T item)
    {
        long tail = _positions.Tail;
        if (tail - _positions.HeadSeen == _items.Length)
        {
            // Looked at only when it must be: it is in a cache line that the other thread writes.
            _positions.HeadSeen = Volatile.Read(ref _positions.Head);
            if (tail - _positions.HeadSeen == _items.Length)
            {
                return false;
            }
        }

        At(tail) = item;
        Volatile.Write(ref _positions.Tail, tail + 1);
        return true;
    }

    /// <summary>Takes the item that is there for longest. The consumer's thread.</summary>
    /// <returns>False where the ring is empty.</returns>
    [InterruptSafe]
    public bool TryDequeue([MaybeNullWhen(false)] out T item)
    {
        long head = _positions.Head;
        if (!HasAt(head))
        {
            item = default;
            return false;
        }

        ref T place = ref At(head);
        item = place;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            place = default!; // what was taken is not kept alive
        }

        Volatile.Write(ref _positions.Head, head + 1);
        return true;
    }

    /// <summary>The item that <see cref="TryDequeue"/> would take. The consumer's thread.</summary>
    /// <returns>False where the ring is empty.</returns>
    [InterruptSafe]
    public bool TryPeek([MaybeNullWhen(false)] out T item)
    {
        long head = _positions.Head;
        bool has = HasAt(head);
        item = has ? At(head) : default;
        return has;
    }

    private bool HasAt(long head)
    {
        if (head != _positions.TailSeen)
        {
            return true;
        }

        _positions.TailSeen = Volatile.Read(ref _positions.Tail);
        return head != _positions.TailSeen;
    }

    // The mask keeps it in the array, which the compiler cannot know; and an array of T is one, which it would look at for classes.
    private ref T At(long position) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_items), (nint)(position & _mask));
}
