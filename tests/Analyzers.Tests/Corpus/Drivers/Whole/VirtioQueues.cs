// information is not the point
using System.Runtime.InteropServices;

[InterruptDriver(VendorId = 0x1AF4, DeviceId = 0x1042)]
public partial class VirtioQueues : IDisposable
{
    private readonly Bar _notify;
    private readonly Queue<BlockRequest> _requests;
    private readonly Queue<ControlRequest> _control;
    private long _interrupts;

    public VirtioQueues(PciDevice device)
    {
        _notify = device.GetBar(4);
        _requests = new Queue<BlockRequest>(128, _notify, 0);
        _control = new Queue<ControlRequest>(16, _notify, 1);
    }

    public long Interrupts => Interlocked.Read(ref _interrupts);

    [MsiVector(1, Count = 2)]
    private void OnQueue(in Interrupt irq)
    {
        Interlocked.Add(ref _interrupts, irq.Signals);
        if (irq.Index == 0)
        {
            _requests.Drain(); //p:STRUCT TH2003 //p:BASE TH4001 //p:STATIC TH2001
        }
        else
        {
            _control.Drain(); //p:CONTROL TH2006 //p:BASE TH4001
        }
    }

    public void Dispose()
    {
        _requests.Dispose();
        _control.Dispose();
        GC.SuppressFinalize(this);
    }

    private interface IRequest<TSelf>
        where TSelf : struct, IRequest<TSelf>
    {
        static abstract int Size { get; }

        static virtual bool IsRetried(int status) => false;

        void Finish(int written, int status);
    }

    private struct BlockRequest : IRequest<BlockRequest>
    {
        private int _written;

#if PLANTED_STATIC
        public static int Size => new Layout().Bytes;
#else
        public static int Size => 16;
#endif

        public static bool IsRetried(int status) => status == 2;

        public void Finish(int written, int status)
        {
            _written = written;
#if PLANTED_STRUCT
            IFormattable kept = status;
            GC.KeepAlive(kept);
#endif
        }
    }

    private struct ControlRequest : IRequest<ControlRequest>
    {
        public static int Size => 24;

        public string? Text;

        public void Finish(int written, int status)
        {
#if PLANTED_CONTROL
            Text = string.Create(4, status, static (span, value) => value.TryFormat(span, out _));
#endif
        }
    }

    private sealed class Layout
    {
        public int Bytes = 16;
    }

    private abstract class QueueBase(Bar notify, ushort index)
    {
        protected readonly Bar Notify = notify;

        protected void Kick() => Notify.Write16(0, index);

        protected virtual int Check(uint id, int limit) => id < limit ? (int)id : Reject(id);

        private static int Reject(uint id)
        {
#if PLANTED_BASE
            throw new InvalidOperationException($"The device used {id}.");
#else
            return 0;
#endif
        }
    }

    private sealed unsafe class Queue<T>(int size, Bar notify, ushort index) : QueueBase(notify, index), IDisposable
        where T : struct, IRequest<T>
    {
        private readonly uint* _used = (uint*)NativeMemory.AllocZeroed((nuint)size * 8 + 4);
        private readonly T[] _inFlight = new T[size];
        private ushort _seen;
        private int _retries;

        public void Drain()
        {
            ushort published = (ushort)(Volatile.Read(ref *_used) >> 16);
            Thread.MemoryBarrier();
            while (_seen != published)
            {
                uint* element = _used + 1 + (_seen % size * 2);
                int slot = Check(element[0], size);
                int status = (int)(element[1] & 0xFF);
                _inFlight[slot].Finish((int)element[1] - T.Size, status);
                if (T.IsRetried(status))
                {
                    _retries++;
                }

                _seen++;
            }

            Kick();
        }

        public void Dispose() => NativeMemory.Free(_used);
    }
}
