using System.Runtime.CompilerServices;
using TopHalf.CompilerServices;

namespace TopHalf;

/// <content>The way up, the receive threads, and the one way down.</content>
public sealed partial class InterruptBinding
{
    private readonly List<InterruptReceiver> _receivers = []; // locked by itself while they are stopped or disposed
    private readonly List<ReceiveThread> _threads = [];
    private readonly List<ReceiveThread> _companions = []; // of receivers that need a second thread
    private readonly List<Exception> _faults = []; // locked by itself
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Set when the start is over, well or badly: an end that comes earlier waits for it.
    private readonly TaskCompletionSource _started = new();

    // The receiver that the caller's thread serves, -1 for none; and, since nobody can join that thread, when it has left.
    private int _callers = -1;
    private readonly TaskCompletionSource _callerLeft = new();

    // The managed ids of the threads that dispatch, by index of _receivers; 0 for one that does not.
    private int[] _dispatching = [];
    private VectorCapability _vectors;
    private bool _vectorsEnabled;
    private bool _busMasterSet;
    private bool _receiversClosed;
    private int _ending;

    /// <summary>How many methods the warm-up made ready.</summary>
    internal int Prepared { get; private set; }

    private static InterruptBinding Start(InterruptDispatcher dispatcher, PciDevice device, InterruptOptions? options, bool onCaller)
    {
        ArgumentNullException.ThrowIfNull(device);
        options ??= new InterruptOptions();
        BindingPlan[] plans = BindingPlan.Make(dispatcher.Manifest, options);
        try
        {
            return Start(dispatcher, device, options, plans, onCaller);
        }
        catch (PciDeviceException e) when (e.ConcernsDelivery && plans.Any(MayDoWithout))
        {
            // What every call of was tried before can still be refused to one thread: it has a handler already, or something ran out.
            BindingPlan[] without = Array.ConvertAll(plans, plan => MayDoWithout(plan) ? plan with { Refused = UserInterruptErrors.NotSetUp(e) } : plan);
            return Start(dispatcher, device, options, without, onCaller);
        }

        static bool MayDoWithout(BindingPlan plan) => plan.Options.Delivery == InterruptDelivery.Auto;
    }

    private static InterruptBinding Start(InterruptDispatcher dispatcher, PciDevice device, InterruptOptions options, BindingPlan[] plans, bool onCaller)
    {
        var binding = new InterruptBinding(dispatcher, device);
        device.Claim(binding);
        try
        {
            binding.Open(options, plans, onCaller);
        }
        catch (Exception e)
        {
            binding.EndOnCaller(); // it will never serve
            binding._started.SetResult();
            binding.Dispose();
            if (e is PciDeviceException { Device.Length: 0 } nameless)
            {
                throw nameless.For(device.Name);
            }

            throw;
        }

        binding._started.SetResult();
        return binding;
    }

    /// <summary>The way up. Each stage leaves its trace in the fields, from which <see cref="End"/> finds the way down.</summary>
    private void Open(InterruptOptions options, BindingPlan[] plans, bool onCaller)
    {
        Manifest = ManifestBinding.Bind(_dispatcher, _device);
        ManifestChecks.CheckRegisters(Manifest, _device);
        _vectors = ManifestChecks.CheckVectors(Manifest, _device);
        MakeReceivers(options, plans);
        GuardAgainstStorms(options, plans);
        CheckHandlers(options);
        _dispatcher.Attach(_device, Manifest);
        if (options.WarmUp)
        {
            Prepared = TopHalf.WarmUp.Prepare((Action<InterruptReceiver>)_dispatcher.Run, [.. _receivers, _device]);
        }

        // Before the threads, so that their stacks are resident; and the threads before the interrupts, which find them waiting.
        LockMemory(options);
        StartThreads(plans, onCaller, options.WarmUp);
        _busMasterSet = true;
        _device.SetBusMaster(on: true);
        EnableVectors(plans);
        _vectorsEnabled = true;
        ApplyToLines(plans);
        LiveBindings.Add(this);
        TellVectorsGranted();
        SourceControl.Enable(Manifest, _device);
        WatchDevice();
        InterruptEventSource.Log.BindingStarted(_device.Name, Manifest.Driver, plans.Sum(static plan => plan.Vectors.Length), plans.Length);
        TellWarnings(options);
    }

    private void StartThreads(BindingPlan[] plans, bool onCaller, bool warmUp)
    {
        if (warmUp)
        {
            // Not what it calls: that is the way down too, which need not be ready.
            RuntimeHelpers.PrepareDelegate((Action<int>)Serve);
            RuntimeHelpers.PrepareDelegate((Action<InterruptReceiver>)EndOnThread);
            foreach (InterruptReceiver receiver in _receivers)
            {
                RuntimeHelpers.PrepareDelegate((Action)receiver.BeginOnThread);
                RuntimeHelpers.PrepareDelegate((Action)receiver.EndOnThread);
            }
        }

        Volatile.Write(ref _dispatching, new int[plans.Length]);
        for (int i = 0; i < plans.Length; i++)
        {
            int index = i;
            BindingPlan plan = plans[i];

            // Named as the kernel names the threads of its own handlers: irq/driver-thread.
            string name = plan.Thread.Length == 0 ? $"irq/{ShortName}" : $"irq/{ShortName}-{plan.Thread}";
            if (_receivers[index].Companion is { } companion)
            {
                if (warmUp)
                {
                    RuntimeHelpers.PrepareDelegate((Action<Action, int>)Accompany);
                    RuntimeHelpers.PrepareDelegate(companion);
                }

                Start(_companions, new ReceiveThread(_device.Name, $"{_receivers[index].CompanionName}/{name}", plan, _warnings, () => Accompany(companion, index)) { IsTopHalf = true, SharesCpu = _receivers[index].CompanionSharesCpu }, warmUp);
            }

            if (onCaller && plan.Thread.Length == 0)
            {
                _callers = index;
            }
            else
            {
                Start(_threads, new ReceiveThread(_device.Name, name, plan, _warnings, () => Serve(index)) { Begin = _receivers[index].BeginOnThread }, warmUp);
            }
        }

        // After the others, which would inherit them.
        if (_callers >= 0)
        {
            ReceiveThread.Apply(plans[_callers], isTopHalf: false, _warnings);
            _receivers[_callers].BeginOnThread();
        }

        _receivers.ForEach(static receiver => receiver.WaitForCompanion());
    }

    private static void Start(List<ReceiveThread> threads, ReceiveThread thread, bool warmUp)
    {
        threads.Add(thread);
        if (warmUp)
        {
            thread.WarmUp();
        }

        thread.Start();
    }

    /// <summary>What the caller's thread has set up for itself, it takes back itself.</summary>
    private void EndOnCaller()
    {
        if (_callers >= 0)
        {
            EndOnThread(_receivers[_callers]);
            _callers = -1;
        }
    }

    // No delegate: to make one of a virtual method is work for the runtime, on a thread that is to have none.
    private void EndOnThread(InterruptReceiver receiver)
    {
        try
        {
            receiver.EndOnThread();
        }
#pragma warning disable CA1031 // The thread's end goes on; Completion has the exception.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Record(e);
        }
    }

    /// <summary>The body of a second thread.</summary>
    private void Accompany(Action companion, int index)
    {
        try
        {
            companion();
        }
#pragma warning disable CA1031 // What keeps interrupts from being received ends the binding and faults Completion.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Fault(e, _receivers[index].CompanionCurrent);
            TryEnd();
        }
    }

    /// <summary>The body of a receive thread.</summary>
    private void Serve(int index)
    {
        InterruptReceiver receiver = _receivers[index];
        bool faulted = false;
        _dispatching[index] = Environment.CurrentManagedThreadId;
        try
        {
            _dispatcher.Run(receiver);
        }
#pragma warning disable CA1031 // The one place where a handler's exception arrives; it ends the binding and faults Completion.
        catch (Exception e)
#pragma warning restore CA1031
        {
            faulted = true;
            receiver.StopCompanion(); // nothing else may touch the card while its source is masked
            if (Fault(e, receiver.Current))
            {
                receiver.CountCurrent();
            }
        }
        finally
        {
            Volatile.Write(ref _dispatching[index], 0);
            EndOnThread(receiver);
            if (index == _callers)
            {
                _callerLeft.SetResult();
            }
        }

        if (faulted)
        {
            TryEnd();
        }
    }

    /// <summary>Keeps the exception and masks the source, before anything slower happens.</summary>
    /// <returns>False where it was no handler's.</returns>
    private bool Fault(Exception exception, int vector)
    {
        HandlerManifest? handler = Manifest.HandlerOf(vector);
        if (exception is DeviceGoneException || handler is null)
        {
            Record(exception);
            return false;
        }

        // Its own exception first: it is the one that an await of Completion throws.
        Record(new InterruptHandlerException(_device.Name, Manifest.Driver, handler.Name, vector, exception));
        SourceControl.Disable(handler, _device, Record);
        return true;
    }

    private void Record(Exception fault)
    {
        lock (_faults)
        {
            _faults.Add(fault);
        }
    }

    private void StopReceivers()
    {
        lock (_receivers)
        {
            if (!_receiversClosed)
            {
                _receivers.ForEach(static receiver => receiver.Stop());
            }
        }
    }

    /// <summary>Ends the binding, unless somebody else does so already: then false, at once.</summary>
    private bool TryEnd()
    {
        if (Interlocked.Exchange(ref _ending, 1) != 0)
        {
            return false;
        }

        _started.Task.GetAwaiter().GetResult();
        End();
        return true;
    }

    /// <summary>The way down, the same for every end. A stage that fails is recorded, and the others are done all the same.</summary>
    private void End()
    {
        if (_watch is { } watch)
        {
            Attempt(watch.Dispose);
        }

        StopReceivers();
        _threads.ForEach(static thread => thread.Join());
        if (_callers >= 0)
        {
            _callerLeft.Task.GetAwaiter().GetResult();
        }

        // After the handlers, whose last steps they run.
        _receivers.ForEach(static receiver => receiver.StopCompanion());
        _companions.ForEach(static thread => thread.Join());
        if (_vectorsEnabled)
        {
            if (!IsGone)
            {
                SourceControl.Disable(Manifest, _device, Record);
                SourceControl.Release(Manifest, _device, Record);
            }

            _lines?.Dispose();
            Attempt(() => _device.DisableVectors(_vectors.Kind));
        }

        if (_busMasterSet && !IsGone)
        {
            Attempt(() => _device.SetBusMaster(on: false));
        }

        lock (_receivers)
        {
            _receiversClosed = true;
            _receivers.ForEach(receiver => Attempt(receiver.Dispose));
        }

        EndChecks();
        _memory?.Dispose();
        _device.Unclaim(this);
        LiveBindings.Remove(this);
        Attempt(TellEnd);
        Complete();
    }

    private string ShortName => Manifest.Driver[(Manifest.Driver.LastIndexOf('.') + 1)..];

    private bool IsGone
    {
        get
        {
            lock (_faults)
            {
                return _faults.Exists(static fault => fault is DeviceGoneException);
            }
        }
    }

    private void Attempt(Action stage)
    {
        try
        {
            stage();
        }
#pragma warning disable CA1031 // The stages after it must run; Completion has the exception.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Record(e);
        }
    }

    private void TellEnd()
    {
        if (InterruptEventSource.Log.IsEnabled())
        {
            Exception[] faults;
            lock (_faults)
            {
                faults = [.. _faults];
            }

            // Not under the lock: whoever listens is called from here.
            Array.ForEach(faults, fault => InterruptEventSource.Log.BindingFaulted(_device.Name, Manifest.Driver, fault.Message));
            InterruptEventSource.Log.BindingEnded(_device.Name, Manifest.Driver, Statistics.Handled);
        }
    }

    private void Complete()
    {
        lock (_faults)
        {
            if (_faults.Count == 0)
            {
                _completion.SetResult();
            }
            else
            {
                _completion.SetException(_faults);
            }
        }
    }
}
