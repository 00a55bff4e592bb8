using System.Buffers;
using System.Runtime.InteropServices;

[InterruptDriver]
internal sealed partial class Garbage
{
    private readonly WeakReference<object> _weak = new(new object());
    private readonly ConditionalWeakTable<object, object> _table = [];
    private readonly object _object = new();
    private GCHandle _handle;
    private long _n;

    [MsiVector(0)]
    private void Collects(in Interrupt irq)
    {
        GC.Collect(0); //! TH3007
    }

    [MsiVector(1)]
    private void CollectsMore(in Interrupt irq)
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: false); //! TH3007
    }

    [MsiVector(2)]
    private void CollectsByAsking(in Interrupt irq)
    {
        _n = GC.GetTotalMemory(true); //! TH3007
    }

    [MsiVector(3)]
    private void Asks(in Interrupt irq)
    {
        _n = GC.GetTotalMemory(false) + GC.CollectionCount(0) + GC.GetAllocatedBytesForCurrentThread() + GC.MaxGeneration;
        _n += GC.GetGeneration(_object);
    }

    [MsiVector(4)]
    private void WaitsForFinalizers(in Interrupt irq)
    {
        GC.WaitForPendingFinalizers(); //! TH3007|TH3002
    }

    [MsiVector(5)]
    private void NoCollection(in Interrupt irq)
    {
        _n += GC.TryStartNoGCRegion(1000) ? 1 : 0; //! TH3007
    }

    [MsiVector(6)]
    private void Pressure(in Interrupt irq)
    {
        GC.AddMemoryPressure(1 << 20); //! TH3007
    }

    [MsiVector(7)]
    private void Info(in Interrupt irq)
    {
        _n = GC.GetGCMemoryInfo().HeapSizeBytes; //! TH2001
    }

    [MsiVector(8)]
    private void Keeps(in Interrupt irq)
    {
        GC.KeepAlive(_object);
        GC.SuppressFinalize(this);
    }

    [MsiVector(9)]
    private void ArrayByCollector(in Interrupt irq)
    {
        _n = GC.AllocateUninitializedArray<byte>(64).Length; //! TH2002
    }

    [MsiVector(10)]
    private void WeakAsk(in Interrupt irq)
    {
        _n += _weak.TryGetTarget(out object? target) && target == _object ? 1 : 0;
    }

    [MsiVector(11)]
    private void WeakNew(in Interrupt irq)
    {
        WeakReference<object> weak = new(_object); //! TH2001
        _n += weak.TryGetTarget(out _) ? 1 : 0;
    }

    [MsiVector(12)]
    private void HandleUse(in Interrupt irq)
    {
        _n += GCHandle.ToIntPtr(_handle) + (_handle.IsAllocated && _handle.Target == _object ? 1 : 0);
    }

    [MsiVector(13)]
    private void HandlePins(in Interrupt irq)
    {
        _handle = GCHandle.Alloc(_object, GCHandleType.Pinned); //! TH3009
        _n += _handle.AddrOfPinnedObject();
        _handle.Free(); //! TH3009
    }

    [MsiVector(14)]
    private void TableAsk(in Interrupt irq)
    {
        _n += _table.TryGetValue(_object, out _) ? 1 : 0; //? TH3001
    }

    [MsiVector(15)]
    private void TableAdd(in Interrupt irq)
    {
        _table.AddOrUpdate(_object, _object); //! TH2001|TH3001|TH2012
    }

    [MsiVector(16)]
    private void Pools(in Interrupt irq)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(64); //! TH2002|TH2012 //? TH5005
        ArrayPool<byte>.Shared.Return(rented); //? TH5005 TH3001
    }
}
